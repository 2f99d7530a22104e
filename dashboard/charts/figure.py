"""What a chart is besides its picture: words, table, and what a click on it chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from incidents import Filter

PICK = "pick"
"""Name of the selection, and of the field that it reads."""


def lower(title: str) -> str:
    """Return a title as it goes on in a sentence: its first letter small, unless the first word is an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


@dataclass(frozen=True)
class Pick:
    """One thing to choose in a chart: its label and the view that follows."""

    label: str
    filter: Filter


@dataclass(frozen=True, eq=False)
class Figure:
    """One chart.

    Attributes
    ----------
    name : str
        For keys and file names.
    title : str
        What is counted, by what.
    chart : Any
        An Altair chart without size, title and configuration.
    height : int
        Pixels of the plot.
    alt : str
        One sentence for those who do not see the chart.
    table : DataFrame
        The numbers behind it, with columns named for people.
    picks : mapping of str to Pick
        What a click on a mark, or the list beneath the chart, chooses.
    choose : str
        Label of that list.
    notes : tuple of str
        How it is counted, a sentence each.
    """

    name: str
    title: str
    chart: Any
    height: int
    alt: str
    table: pd.DataFrame
    picks: Mapping[str, Pick] = field(default_factory=dict)
    choose: str = ""
    notes: tuple[str, ...] = ()
