"""One entry of the chronicle in words: in which lane it stands, and what ties it to others."""

from __future__ import annotations

from dashboard import words
from dashboard.record import name_of
from incidents import Package
from incidents.story import sides

LANES = {"flew": "What flew", "said": "What was said", "done": "What was done"}
"""Lanes of the chronicle, in their order on the page."""
LANE_OF = {"incident": "flew", "statement": "said", "response": "done", "posture": "done"}
SHORT = {"flew": "Flew", "said": "Said", "done": "Done"}
LONGEST = 70


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text that is cut at a word when it is too long."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


def meta(event: dict) -> str:
    """Return lane, place and kind of an event: ``Said · Lithuania · Statement``."""
    kind = words.label("event_type", event["event_type"])
    parts = [SHORT[LANE_OF[event["category"]]], name_of(event["country"])]
    parts += [kind] if kind.lower() != "statement" else []
    parts += [words.label("status", event["status"])] if event["status"] != "confirmed" else []
    first, last = words.days_of(event)
    parts += [f"until {words.short_day(last)}"] if last != first and event["time_precision"] != "month" else []
    return " · ".join(parts)


def ties(package: Package, event_id: str) -> list[str]:
    """Return what ties an event to others, and how its parties contradict each other, one line each."""
    rows = package.relations_of(event_id)
    lines = []
    for relation, verb in (("response_to", "Answers"), ("follows", "Follows"), ("part_of", "Part of")):
        others = [row["other"] for row in rows if row["relation"] == relation and row["direction"] == "to"]
        titles = [package.event(other)["title"] for other in others[:1]]
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        lines += [f"{verb}: {shortened(title)}{more}" for title in titles]
    counts = [
        (sum(row["relation"] == relation and row["direction"] == "from" for row in rows), one, many)
        for relation, one, many in (
            ("response_to", "answer", "answers"),
            ("part_of", "part", "parts"),
            ("follows", "followed it", "followed it"),
        )
    ]
    if any(n for n, *_ in counts):
        lines.append("Recorded with it: " + ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n))
    saying, denying = sides(package.claims_of(event_id))
    if saying:
        says, denies = (words.listed([name_of(code) for code in codes]) for codes in (saying, denying))
        lines.append(
            f"{says} {'say' if len(saying) > 1 else 'says'} so · {denies} {'deny' if len(denying) > 1 else 'denies'}"
        )
    return lines
