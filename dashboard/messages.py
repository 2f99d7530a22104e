"""All texts of the interface, collected from code, templates and vocabularies, for the catalogues of other languages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

import geodata
from dashboard.language import CATALOGUES
from dashboard.layers import text
from dashboard.layers.bundle import THEATRES, seas
from dashboard.layers.supply_bundle import THEATRES as SUPPLY_THEATRES
from dashboard.press.page_text import PAGE_TEXT
from incidents import VOCABULARIES
from incidents.story import READINGS, STATEMENTS
from incidents.tables import EVENTS

HERE = Path(__file__).parent
ROOT = HERE.parent
KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None, "message": None, "message_n": (1, 2)}
WIDTH = 140
HEADERS = ("Language", "Plural-Forms", "Content-Type")
"""What of the usual head of a catalogue says something: no dates and no placeholders, so that the same messages give the same file."""
Found = tuple[str | tuple[str, ...], str]


def leaves(value: object) -> Iterator[str]:
    """Yield the texts in nested dicts, lists and tuples; single signs and numbers are not words."""
    if isinstance(value, str):
        if any(c.isalpha() for c in value):
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from leaves(part)


def sources() -> list[Path]:
    """Return the Python files that hold texts: those of this house, and those of `incidents`, whose messages are said here."""
    return [*sorted(HERE.rglob("*.py")), *sorted((ROOT / "incidents").rglob("*.py"))]


def _code() -> Iterator[Found]:
    for path in sources():
        with path.open("rb") as file:
            for _, message, _, _ in extract("python", file, keywords=KEYWORDS):
                yield message, path.relative_to(HERE if path.is_relative_to(HERE) else ROOT).as_posix()


def _templates() -> Iterator[Found]:
    for path in sorted((HERE / "templates").glob("*.html")):
        with path.open("rb") as file:
            options = {"trimmed": "true", "encoding": "utf-8"}
            for _, message, _, _ in extract("jinja2.ext:babel_extract", file, keywords=KEYWORDS, options=options):
                yield message, f"templates/{path.name}"


def _tables() -> Iterator[Found]:
    for name, words in VOCABULARIES.items():
        for word in words.values():
            yield word.label, f"vocabulary {name}"
            yield word.description, f"vocabulary {name}"
    for message in (*leaves(text.TEXT), *leaves(text.SUPPLY_TEXT)):
        yield message, "layers/text.py"
    for message in leaves(PAGE_TEXT):
        yield message, "press/page_text.py"
    for message in (
        *(each.words for each in READINGS.values()),
        *(s for each in STATEMENTS for s in (each.said, each.found)),
    ):
        yield message, "incidents/story"
    for column in EVENTS.columns:
        yield column.description, "incidents/tables.py"
    for name, _ in (*THEATRES, *SUPPLY_THEATRES):
        yield name, "layers/bundle.py"
    for name in (*geodata.NOT_COUNTRIES.values(), *seas()):
        yield name, "geodata"


def catalogue() -> Catalog:
    """Return an empty catalogue with every message and where it stands."""
    found = Catalog(project="airspace-incidents", charset="utf-8")
    for message, where in (*_code(), *_templates(), *_tables()):
        if message and message != ("", ""):
            found.add(message, locations=[(where, None)])
    return found


def updated(language: str) -> bytes:
    """Return the file of a language brought up to date: new messages empty, near ones fuzzy, those out of use removed.

    Parameters
    ----------
    language : str
        A code such as ``pl``; where there is no file of it yet, one is begun.

    Raises
    ------
    UnknownLocaleError, ValueError
        There is no such language.
    """
    Locale.parse(language)
    path = CATALOGUES / f"{language}.po"
    if path.exists():
        with path.open("rb") as file:
            found = read_po(file, locale=language)
    else:
        found = Catalog(locale=language, project="airspace-incidents", charset="utf-8")
    found.update(catalogue(), no_fuzzy_matching=not path.exists())
    return written(found)


def written(found: Catalog) -> bytes:
    """Return a catalogue as its file: sorted, without line numbers and dates."""
    found.header_comment = (
        f"# Texts of the interface: {found.locale.english_name}. Text of the data stays in its own language."
    )
    found.fuzzy = False
    out = io.BytesIO()
    write_po(out, found, width=WIDTH, sort_output=True, ignore_obsolete=True, include_lineno=False)
    head, _, rest = out.getvalue().decode().partition("\n\n")
    lines = [line for line in head.splitlines() if not line.startswith('"') or line[1:].startswith(HEADERS)]
    return "\n\n".join(["\n".join(lines), rest]).encode()
