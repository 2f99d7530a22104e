"""The language of the interface: English in the code, any other from one file, ``catalogues/<language>.po``.

Mark what people read with `tr`, plurals with `trn`; where a constant is made before the language is known, mark it with `mark` and translate it
when it is shown. Text of the data stays in its own language. Dates, numbers and names of states follow the language by CLDR, through Babel.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path

from incidents.message import Message

ENGLISH, LANG = "en", "lang"
"""English, and the parameter of the address that names another language."""
CATALOGUES = Path(__file__).parent / "catalogues"
_chosen: ContextVar[str] = ContextVar("language", default="")
_ask: list[Callable[[], str]] = []
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are: English and one for each catalogue."""
    return (ENGLISH, *sorted(path.stem for path in CATALOGUES.glob("*.po")))


def follow(ask: Callable[[], str]) -> None:
    """Let a function say which language is wanted, where `using` does not: the one place that knows of sessions gives it."""
    _ask[:] = [ask]


def current() -> str:
    """Return the language that is wanted here, English where nobody says otherwise."""
    wanted = _chosen.get() or (_ask[0]() if _ask else "")
    return wanted if wanted in languages() else ENGLISH


@contextmanager
def using(language: str) -> Iterator[None]:
    """Use a language inside a block, whatever the session says."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the translations of a language, compiled in memory from its file; English gives every text back."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (CATALOGUES / f"{language}.po").open("rb") as file:
        found = read_po(file, locale=language, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, found)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def tr(text: str) -> str:
    """Return a text in the current language."""
    language = current()
    return text if language == ENGLISH or not text else catalogue(language).gettext(text)


def trn(one: str, many: str, n: int) -> str:
    """Return the form of a text that a number wants in the current language; fill in the number with ``.format(n=n)``."""
    return catalogue(current()).ngettext(one, many, n)


def said(text: str) -> str:
    """Return a message of `incidents` in the current language, a number with its mark; other text, and all of it in English, as it is."""
    if current() == ENGLISH or not isinstance(text, Message):
        return number(text) if _DECIMAL.fullmatch(text) else str(text)
    form = tr(text.forms[0]) if len(text.forms) == 1 else trn(*text.forms, text.n)
    return form.format(**{name: _said(value) for name, value in text.values.items()})


def _said(value: object) -> object:
    return said(value) if isinstance(value, str) else day(value) if isinstance(value, date) else value


def speaker() -> Callable[[str], str]:
    """Return `tr` in the language of now, for those who ask later and elsewhere, such as ``format_func`` of a widget."""
    language = current()

    def say(text: str) -> str:
        with using(language):
            return tr(text)

    return say


def mark(text: str) -> str:
    """Return the text as it is: marks it for the catalogue, `tr` translates it later."""
    return text


def params() -> dict[str, str]:
    """Return what an address says of the language: nothing in English."""
    return {} if current() == ENGLISH else {LANG: current()}


def own_name(language: str) -> str:
    """Return what a language calls itself: ``English``, ``polski``."""
    if language == ENGLISH:
        return "English"
    from babel import Locale

    return Locale.parse(language).display_name or language


# ---- dates, numbers, names --------------------------------------------------------------------------------------------
def day(when: date, *, short: bool = False) -> str:
    """Return a day as ``19 September 2025`` or ``19 Sep 2025``."""
    return _date(when, "d MMM y" if short else "d MMMM y")


def month(when: date, *, short: bool = False) -> str:
    """Return a month as ``September 2025`` or ``Sep 2025``."""
    return _date(when, "LLL y" if short else "LLLL y")


def month_alone(number: int, *, short: bool = False) -> str:
    """Return the name of a month, 1 to 12, where no day stands beside it."""
    return _date(date(2000, number, 1), "LLL" if short else "LLLL")


def weekday(number: int) -> str:
    """Return the short name of a day of the week, 0 for Monday."""
    when = date(2024, 1, 1 + number)
    return _date(when, "ccc") if current() != ENGLISH else f"{when:%a}"


def month_name(number: int) -> str:
    """Return the name of a month, 1 to 12, as it stands beside a day."""
    return _date(date(2000, number, 1), "MMMM")


_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter


def _date(when: date, pattern: str) -> str:
    language = current()
    if language != ENGLISH:
        from babel.dates import format_date

        return format_date(when, pattern, locale=language)
    # CLDR's English would write "Sept"; and Babel stays off the path of the usual page.
    name = _ENGLISH_MONTHS[when.month - 1]
    name = name if "MMMM" in pattern or "LLLL" in pattern else name[:3]
    return (
        f"{when.day} {name} {when.year}"
        if pattern.startswith("d")
        else f"{name} {when.year}"
        if "y" in pattern
        else name
    )


def number(text: str) -> str:
    """Return a number that is written with a decimal point with the mark of the language."""
    language = current()
    if language == ENGLISH or "." not in text:
        return text
    from babel.numbers import get_decimal_symbol

    return text.replace(".", get_decimal_symbol(language))


def language_name(code: str, english: str) -> str:
    """Return the name of a language by its ISO 639-1 code."""
    language = current()
    if language == ENGLISH:
        return english
    from babel import Locale

    return Locale.parse(language).languages.get(code, english)
