"""Which version of the data is shown, and what changed since the one before: the same on the Data and the About screen."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st
from markupsafe import Markup

from dashboard import language, words
from dashboard.language import tr
from dashboard.own_store import OwnStore
from dashboard.screens import since
from dashboard.store import Store, served


def show(store: Store) -> None:
    """Render version, day and number of events of the data shown; of those that are served, why a later state is refused, and what changed."""
    package = store.package
    parts = [tr("Version {version}, {n} recorded events").format(version=package.version, n=len(package.events))]
    if package.created:
        whole = len(package.created) >= 10
        day = language.day(date.fromisoformat(package.created[:10])) if whole else words.partial_day(package.created)
        parts.append(tr("made {day}").format(day=day))
    own = isinstance(store, OwnStore)
    if served.taken and not own:
        parts.append(tr("served since {moment}").format(moment=_moment(served.taken)))
    st.text(
        ", ".join(parts)
        + ". "
        + tr("The version is a fingerprint of all tables: it changes with every change of a row.")
        + ("" if own else " " + tr("A changed package is taken without a restart once it has no faults."))
    )
    if own:
        return
    if refusal := served.refusal:
        kept = tr("What the data folder held on {moment} is refused, and the version above is kept. {why}")
        st.html(
            Markup('<p class="ev-note" role="status">{}</p>').format(
                kept.format(moment=_moment(refusal.at), why=refusal.reason)
            )
        )
    with st.container(key="since"):
        since.show(package)


def _moment(when: datetime) -> str:
    return f"{language.day(when.date())}, {when:%H:%M} UTC"
