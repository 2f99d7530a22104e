"""The view as a picture, a page, an embed code or a citation."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from dashboard.language import ENGLISH, mark, speaker, tr, using
from dashboard.own_store import OwnStore
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter

if TYPE_CHECKING:
    from dashboard.press.picture import Picture

ADDRESS = "AIRSPACE_URL"
PRESETS = {
    "social": mark("Social media, 1200 × 675"),
    "square": mark("Square, 1080 × 1080"),
    "story": mark("Story, 1080 × 1920"),
    "print": mark("Print, 180 mm wide, 300 dpi"),
}
FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
THEMES = (mark("light"), mark("dark"))
MOST_OWN = 4
_drawing = Lock()


def _drawn(store: Store, picture: Picture) -> bytes:
    """Draw a picture, or take the one drawn before; pictures of a session end with it."""
    if not isinstance(store, OwnStore):
        return _drawn_before(store, picture)
    kept: dict[Picture, bytes] = st.session_state.setdefault(f"share_{store.key}", {})
    if picture not in kept:
        while len(kept) >= MOST_OWN:
            kept.pop(next(iter(kept)))
        kept[picture] = _draw(store, picture)
    return kept[picture]


@lru_cache(maxsize=24)
def _drawn_before(store: Store, picture: Picture) -> bytes:
    return _draw(store, picture)


def _draw(store: Store, picture: Picture) -> bytes:
    from dashboard.press.image import image

    with _drawing, using(ENGLISH):
        return image(store.package, picture)


def _page(store: Store, shown: Filter) -> bytes:
    make = _made if isinstance(store, OwnStore) else _made_before
    return make(store, shown, _url(store))


@lru_cache(maxsize=4)
def _made_before(store: Store, shown: Filter, url: str) -> bytes:
    return _made(store, shown, url)


def _made(store: Store, shown: Filter, url: str) -> bytes:
    from dashboard.press.page import page

    with using(ENGLISH):
        return page(store.package, shown, url=url)


def address() -> str:
    """Return the address of this app, for permalinks: AIRSPACE_URL, or the one that the browser uses."""
    if own := os.environ.get(ADDRESS, ""):
        return own
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme in ("http", "https") else ""


def _url(store: Store) -> str:
    return "" if isinstance(store, OwnStore) else address()


@st.dialog("Share this view", width="large")
def show(store: Store, shown: Filter) -> None:
    """Render the dialog; pictures are drawn when it is open, never before."""
    from dashboard.press.errors import PressError

    own = isinstance(store, OwnStore)
    tabs = st.tabs(
        [tr("Picture"), tr("One-file page")] if own else [tr("Picture"), tr("One-file page"), tr("Embed"), tr("Cite")]
    )
    try:
        with tabs[0]:
            _picture(store, shown)
        with tabs[1]:
            _one_file(store, shown)
        if own:
            st.caption(
                tr("No address leads to data of this session: there is nothing to embed or cite, and no permalink.")
            )
            return
        with tabs[2]:
            _embed(shown)
        with tabs[3]:
            _cite(store, shown)
    except PressError as error:
        st.warning(plain(str(error)))


def _picture(store: Store, shown: Filter) -> None:
    from dashboard.press.content import Content
    from dashboard.press.picture import Picture

    presets = {name: tr(words) for name, words in PRESETS.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = st.selectbox(tr("Size"), list(PRESETS), format_func=presets.get, key="share_preset")
        theme = st.selectbox(tr("Theme"), THEMES, format_func=speaker(), key="share_theme", width=120)
        kind = st.selectbox(tr("Format"), list(FORMATS), format_func=str.upper, key="share_format", width=120)
    title = st.text_input(tr("Title (empty: made from the filters)"), key="share_title", max_chars=160)
    numbered = st.checkbox(tr("Number the events and list them"), key="share_numbered")
    wanted = Picture(filter=shown, preset=preset, theme=theme, title=title, numbered=numbered, url=_url(store))
    with using(ENGLISH):  # pictures speak English
        content = Content(store.package, wanted)
        caption, alt = content.caption, content.alt_text
    st.image(_drawn(store, wanted), width="stretch", alt=alt)
    data = _drawn(store, wanted.replace(format=kind)) if kind != "png" else _drawn(store, wanted)
    st.download_button(
        tr("Download {kind}").format(kind=kind.upper()),
        data,
        f"airspace-incidents-{preset}.{kind}",
        FORMATS[kind],
        key="share_download",
        type="primary",
        on_click="ignore",
    )
    st.text_area(tr("Caption"), caption, key=f"share_caption_{hash(wanted)}", height=90)
    st.text_area(tr("Alternative text"), alt, key=f"share_alt_{hash(wanted)}", height=120)


def _one_file(store: Store, shown: Filter) -> None:
    st.text(tr("The map, its time control, the list and the details as one HTML file that works without a network."))
    if st.button(tr("Make the page"), key="share_make"):
        st.download_button(
            tr("Download the page"),
            _page(store, shown),
            "airspace-incidents.html",
            "text/html",
            key="share_page",
            on_click="ignore",
        )


def _embed(shown: Filter) -> None:
    from dashboard.press.content import headline
    from dashboard.press.embed import ASPECTS, LISTENER, snippet

    st.text(tr("Paste this into a page; it shows this view without controls, from 320 pixels of width."))
    shape = st.selectbox(
        tr("Shape"), ["", *ASPECTS], format_func=lambda aspect: aspect or tr("Free"), key="share_aspect", width=160
    )
    code = snippet(shown, url=address(), title=headline(shown), aspect=shape)
    st.code(code, language="html", wrap_lines=True)
    if not shape:
        st.text(
            tr(
                "The view tells the page around how tall it wants to be. To follow it, paste this once as well (optional):"
            )
        )
        st.code(LISTENER, language="html", wrap_lines=True)


def _cite(store: Store, shown: Filter) -> None:
    from dashboard.press.citation import cite

    with using(ENGLISH):
        found = cite(store.package, shown, url=address(), accessed=datetime.now(UTC).date())
    st.text(tr("This incident") if shown.event else tr("This view"))
    for words, language in ((found.text, None), (found.bibtex, "latex"), (found.ris, None)):
        st.code(words, language=language, wrap_lines=True)
