"""The supply lines of the view as a picture ready for the press."""

from __future__ import annotations

import streamlit as st

from dashboard.language import tr
from dashboard.screens import picture_form
from dashboard.screens.share import url_of
from dashboard.store import Store
from incidents import Filter


def show(store: Store, shown: Filter) -> None:
    """Render the dialog; a picture is drawn when it is open, never before."""
    st.dialog(tr("Picture of the supply lines"), width="large")(_body)(store, shown)


def _body(store: Store, shown: Filter) -> None:
    from dashboard.press.flow_image import flow_image
    from dashboard.press.flow_picture import FlowPicture
    from dashboard.press.picture import Picture

    chosen, kind = picture_form.ask("flow")
    with picture_form.told():
        wanted = Picture(filter=Filter(period=shown.period), url=url_of(store), **chosen)
        words = FlowPicture(store.package, wanted)
        said = picture_form.Words(words.caption, words.alt_text)
        picture_form.offer(store, wanted, kind, said, draw=flow_image, name="supply-lines", key="flow")
