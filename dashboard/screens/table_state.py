"""Whether the table under the map is open, in which form, and at which rows: kept in the address."""

from __future__ import annotations

import re

import streamlit as st

from incidents.message import message

PARAM, GRID, PLAIN = "table", "1", "plain"
_FORM = re.compile(rf"{GRID}|{PLAIN}(?:-([1-9][0-9]{{0,5}}))?")


def word() -> str:
    """Return what the address says of the table: ``1``, ``plain``, ``plain-2`` for its second page, "" for closed."""
    given = st.query_params.get(PARAM, "")
    return given if _FORM.fullmatch(given) else ""


def is_plain() -> bool:
    """Whether the table is the plain one."""
    return word().startswith(PLAIN)


def page() -> int:
    """Return the page of the plain table, from 1."""
    found = _FORM.fullmatch(word())
    return int(found[1]) if found and found[1] else 1


def change(to: str) -> None:
    """Make the address say this of the table, "" for closed; a callback."""
    if to:
        st.query_params[PARAM] = to
    else:
        st.query_params.pop(PARAM, None)


def turn(to: int) -> None:
    """Turn to a page of the plain table; a callback."""
    change(PLAIN if to <= 1 else f"{PLAIN}-{to}")


def params() -> dict[str, str]:
    """Return what an address must say to open the table as it is."""
    return {PARAM: word()} if word() else {}


def note() -> str:
    """Return what is wrong with the table in the address, in words; "" when nothing is."""
    return "" if word() or PARAM not in st.query_params else message("Ignored: table: write 1, plain or plain-2")
