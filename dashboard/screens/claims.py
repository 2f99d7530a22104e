"""Who denies what: parties by stance, each cell a list; and where claims contradict each other."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.filter_speech import filter_words
from dashboard.language import tr, trn
from dashboard.record import name_of, templates
from dashboard.screens import page, rows, story, view
from dashboard.screens.folded import folded
from dashboard.store import Store
from incidents import VOCABULARIES, Filter, filter_mask
from incidents.story import contradictions, stance_matrix

ROWS, MORE = 20, "claims_rows"


@page.screen("claims")
def show(store: Store) -> None:
    """Render the screen."""
    story.head(store, "claims", tr("Who denies what"))
    shown, mask = story.filtered(store)
    events = store.package.events
    whole = events[filter_mask(store.package, shown.without("party").without("stance"))]
    with st.container(key="lists"):
        left, right = st.columns([7, 3], gap="medium")
    with left:
        # A chosen cell is answered at once, above the matrix.
        for part in (_list, _matrix) if shown.party or shown.stance else (_matrix, _list):
            part(store, shown, events[mask] if part is _list else whole)
        _compare(store, whole)
    with right:
        story.panel(store, shown, mask)


def cells(store: Store, shown: Filter, whole: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of the matrix for the template, with the address of each cell."""
    counts = stance_matrix(store.package, whole)
    labels = {stance: words.label("stance", stance) for stance in counts.columns}
    rest = view.pairs("event", "party", "stance", *view.OF_SCREEN)
    found = []
    for party, numbers in zip(counts.index, counts.to_numpy().tolist(), strict=True):
        row = [
            {
                "n": n,
                "stance": labels[stance],
                "href": f"claims?{urlencode([*rest, ('party', party), ('stance', stance)])}",
                "chosen": (party,) == shown.party and (stance,) == shown.stance,
            }
            for stance, n in zip(counts.columns, numbers, strict=True)
        ]
        found.append({"party": name_of(party), "cells": row})
    return found


def _matrix(store: Store, shown: Filter, whole: pd.DataFrame) -> None:
    found = cells(store, shown, whole)
    if not found:
        none = tr("No claim is recorded for the events of these dates and filters.")
        st.html(f'<p class="ev-note">{none}</p>')
        return
    caption = (
        tr(
            "Number of recorded events of which a party has spoken so: {n} of {total} events are looked at. Each number opens its list. Parties that deny most stand first."
        )
    ).format(n=len(whole), total=len(store.package.events))
    template = templates().get_template("matrix.html")
    st.html(
        template.render(
            rows=found,
            stances=[{"label": words.label("stance", stance)} for stance in VOCABULARIES["stance"]],
            caption=caption,
        )
    )


def _all() -> None:
    view.change(st.session_state[view.VIEW].without("party").without("stance"))


def _list(store: Store, shown: Filter, events: pd.DataFrame) -> None:
    """Render the claims of the chosen cell, newest event first."""
    claims = store.package.claims
    found = claims[claims["event_id"].isin(events["event_id"])]
    for part in ("party", "stance"):
        if chosen := getattr(shown, part):
            found = found[found[part].isin(chosen)]
    who = filter_words(shown.without("period").replace(event=""))
    st.subheader(tr("Claims") if not (shown.party or shown.stance) else tr("Claims in this cell"), anchor=False)
    st.text(
        trn(
            "{n} claim about {events} of {total} recorded events",
            "{n} claims about {events} of {total} recorded events",
            len(found),
        ).format(n=len(found), events=found["event_id"].nunique(), total=len(store.package.events))
        + (f": {who}" if shown.party or shown.stance else ".")
    )
    if shown.party or shown.stance:
        st.button(
            tr("All parties and stances"),
            key="claims_all",
            on_click=_all,
            icon=":material/arrow_back:",
            type="tertiary",
        )
    order = found["event_id"].map(store.package.place_of).sort_values(ascending=False, kind="stable").index
    n = st.session_state.get(MORE, ROWS)
    sources = store.package.sources.set_index("source_id")["published"]
    newest = found.loc[order[:n]].to_dict("records")
    rows.show(
        rows.listed([_claim(store, claim, sources.get(claim["source_id"], "")) for claim in newest]), key="claims_list"
    )
    if n < len(order):
        st.button(tr("Show more of {n}").format(n=len(order) - n), key="claims_more", on_click=_more, args=(n,))


def _more(n: int) -> None:
    st.session_state[MORE] = n + 2 * ROWS


def _claim(store: Store, claim: dict[str, Any], published: str) -> dict[str, Any]:
    event = store.package.event(claim["event_id"])
    who = " · ".join(bit for bit in (name_of(claim["party"]), claim["speaker"]) if bit)
    date = words.partial_day(published) if published else tr("source without a date")
    stance = rows.strong(words.label("stance", claim["stance"]))
    return rows.row(
        claim["claim_id"],
        rows.line(rows.soft(f"{who} · "), stance, rows.soft(f" · {date}")),
        rows.line(claim["text"]),
        rows.line(rows.soft(f"{words.short_when(event)}: {event['title']}"), kind="small"),
        event_id=claim["event_id"],
    )


def _compare(store: Store, whole: pd.DataFrame) -> None:
    """Render how contradictions among the claims compare with the status of the records."""
    against = whole["event_id"].isin(contradictions(store.package.claims))
    disputed = whole["status"] == "disputed"
    st.subheader(tr("Claims against status"), anchor=False)
    st.text(
        tr(
            "In {n} of {total} events one party says so and another denies it; {both} of these have the status disputed."
        ).format(n=int(against.sum()), total=len(whole), both=int((against & disputed).sum()))
    )
    groups = (
        (
            against & ~disputed,
            tr("Contradicted by a claim, but not of the status disputed"),
            tr(
                "A denial of a part does not always dispute the substance; for a statement, the status says that the words were spoken."
            ),
        ),
        (
            ~against & disputed,
            tr("Of the status disputed, but no other party’s denial is among the claims"),
            tr("The denial may be told in the summary or a source, or it comes from within one party."),
        ),
    )
    for number, (these, title, why) in enumerate(groups):
        if (place := folded(f"{title}: {int(these.sum())}", key=f"compare_{number}")) is None:
            continue
        with place:
            st.text(why)
            found = whole[these].iloc[::-1].to_dict("records")
            made = [rows.event_row(event, before=words.label("status", event["status"])) for event in found]
            rows.show(rows.listed(made), key=f"compare_list_{number}")
