"""A count of events as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incidents.codes import ORGANISATIONS
from incidents.vocabulary import VOCABULARIES

_WIDTH = 36


def _line(words: str, n: int, *, indent: int = 0) -> str:
    return f"{' ' * indent}{words:<{_WIDTH - indent}}{n:>7}"


def summary_text(counts: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    """Return the counts of `summarise` as lines of text.

    Parameters
    ----------
    counts : mapping
        From `summarise`; ``n_certain``, when given, is the number of events that certainly lie in the period.
    about : mapping
        From `incidents.export.metadata`.

    Returns
    -------
    str
        Each category stands with its own types: the categories are not added together.
    """
    lines = [f"{counts['n']} of {counts['N']} recorded events: {about['filter']['words']}"]
    if counts["n"]:
        lines.append(f"First possible day {counts['first']}, last {counts['last']} (UTC)")
    if (certain := counts.get("n_certain", counts["n"])) != counts["n"]:
        lines.append(
            f"{certain} to {counts['n']} lie in the period: the others are known only to a longer time that reaches into it"
        )
    if n := about.get("left_out", {}).get("hour_not_known", 0):
        lines.append(f"{n} more are left out because their hour is not known")
    for category, types in counts["type_by_category"].items():
        lines += ["", _line(VOCABULARIES["category"][category].label, counts["category"][category])]
        lines += [_line(VOCABULARIES["event_type"][word].label, n, indent=2) for word, n in types.items()]
        lines += [
            _line(f"status {VOCABULARIES['status'][word].label.lower()}", n, indent=4)
            for word, n in counts["status_by_category"][category].items()
        ]
    for name, title in (("country", "State concerned"), ("actor", "Attributed to, or acting")):
        if counts[name]:
            lines += ["", f"{title} (events of all categories above)"]
            lines += [
                _line(f"{word} {ORGANISATIONS.get(word, '')}".rstrip(), n, indent=2) for word, n in counts[name].items()
            ]
    licence = f", licence {about['licence']}" if about["licence"] else ""
    return "\n".join([*lines, "", f"Package version {about['version']}{licence}"])
