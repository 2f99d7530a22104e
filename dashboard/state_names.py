"""Names of states in the current language, by CLDR."""

from __future__ import annotations

from functools import cache

from dashboard.language import ENGLISH, current, tr


@cache
def _territories(language: str) -> dict[str, str]:
    """Return names of states by ISO 3166-1 alpha-3 in a language."""
    from babel import Locale
    from babel.core import get_global

    names = Locale.parse(language).territories
    aliases = {
        code: two[0] for code, two in get_global("territory_aliases").items() if len(code) == 3 and code.isalpha()
    }
    return {code: names[two] for code, two in (aliases | {"XKX": "XK"}).items() if two in names}


def state(code: str, english: str) -> str:
    """Return the name of a state by its ISO 3166-1 alpha-3 code; ``english`` in English and where CLDR knows none."""
    language = current()
    return english if language == ENGLISH else _territories(language).get(code) or tr(english)


def states() -> dict[str, str]:
    """Return the names of all states that CLDR knows in the current language, by alpha-3 code; empty in English."""
    language = current()
    return {} if language == ENGLISH else _territories(language)
