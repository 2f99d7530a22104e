"""A filter in words of the current language, for chips and for the clean view; in English the words of `incidents.filter_words`."""

from __future__ import annotations

from dashboard import language, words
from dashboard.language import mark, tr
from dashboard.record import name_of
from incidents import Filter
from incidents import filter_words as filter_words_of
from incidents.filter_parts import Period
from incidents.filter_words import VOCABULARY
from incidents.plain_number import decimal

BEFORE = {
    "actor": mark("attributed to {word}"),
    "not_actor": mark("not attributed to {word}"),
    "party": mark("claim by {word}"),
    "stance": mark("claim that {word}"),
}
NOT = mark("not {word}")
UNITS = {
    "uncertainty": (mark("uncertainty"), "m"),
    "duration": (mark("duration"), "min"),
    "depth": (mark("depth"), "km"),
    "count": (mark("number of objects"), ""),
    "border": (mark("distance to the border of airspace"), "km"),
}
CLOCKS = {"utc": mark("UTC"), "local": mark("by the clock of the place")}
Chip = tuple[str, str, str]


def period_words(period: Period) -> str:
    """Return a period as ``1 to 30 September 2025``, "" when it is open on both sides, in the current language."""
    if language.current() == language.ENGLISH:
        return filter_words_of.period_words(period)
    first, last = period
    if first is None:
        return tr("until {day}").format(day=language.day(last)) if last else ""
    if last is None:
        return tr("from {day}").format(day=language.day(first))
    return language.day(first) if first == last else words.period(first, last)


def _word(name: str, word: str) -> str:
    plain = name.removeprefix("not_")
    label = words.label(VOCABULARY[plain], word) if plain in VOCABULARY else name_of(word)
    form = BEFORE.get(name) or (NOT if name.startswith("not_") else "")
    return tr(form).format(word=label) if form else label


def _range(name: str, low: float | None, high: float | None) -> str:
    what, unit = UNITS[name]
    least, most = (None if value is None else language.number(decimal(value)) for value in (low, high))
    if least is None:
        said = tr("at most {n}").format(n=most)
    elif most is None:
        said = tr("at least {n}").format(n=least)
    else:
        said = least if least == most else tr("{low} to {high}").format(low=least, high=most)
    return f"{tr(what)} {said} {unit}".strip()


def _spoken(name: str, value: str, english: str, view: Filter) -> str:
    if name == "period":
        return period_words(view.period)
    if name in UNITS:
        return _range(name, *getattr(view, name))
    if name == "hours":
        first, last, clock = view.hours
        said = tr("began from {first} until {last} {clock}, hour known")
        return said.format(first=f"{first:02d}:00", last=f"{last:02d}:00", clock=tr(CLOCKS[clock]))
    if name == "changed":
        return tr("new since {day}").format(day=language.day(view.changed))
    return _word(name, value) if value else language.said(english)


def chip_words(view: Filter) -> tuple[Chip, ...]:
    """Return (name, value, words) of each active part of a filter, as `Filter.chips` does, in the current language."""
    from geodata import country_names

    found = view.chips(names=country_names())
    if language.current() == language.ENGLISH:
        return found
    return tuple((name, value, _spoken(name, value, english, view)) for name, value, english in found)


def filter_words(view: Filter) -> str:
    """Return a filter in one line of the current language."""
    from geodata import country_names

    if language.current() == language.ENGLISH:
        return view.to_words(names=country_names())
    return "; ".join(said for _, _, said in chip_words(view)) or tr("all recorded events")
