"""Sentences in English that remember how they were made, so that whoever has a catalogue can say them in another language."""

from __future__ import annotations

from collections.abc import Mapping


class Message(str):
    """A sentence in English; besides, its template and the values in it.

    Attributes
    ----------
    forms : tuple of str
        The template; or two, for one and for many.
    n : int
        Which of two forms is meant.
    values : mapping
        What stands in the braces: text, numbers, dates, or further messages.
    """

    __slots__ = ("forms", "n", "values")
    forms: tuple[str, ...]
    n: int
    values: Mapping[str, object]


def message(template: str, /, **values: object) -> Message:
    """Return a message; the template is what a catalogue translates."""
    return _made((template,), 1, values)


def message_n(one: str, many: str, n: int, /, **values: object) -> Message:
    """Return a message of which a number wants a form; ``{n}`` is the number."""
    return _made((one, many), n, {"n": n} | values)


def _made(forms: tuple[str, ...], n: int, values: Mapping[str, object]) -> Message:
    made = Message((forms[0] if n == 1 else forms[-1]).format(**values))
    made.forms, made.n, made.values = forms, n, values
    return made
