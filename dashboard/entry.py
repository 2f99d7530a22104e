"""One entry of the chronicle in words: in which lane it stands, and what ties it to others."""

from __future__ import annotations

from dashboard import words
from dashboard.language import mark, tr, trn
from dashboard.record import name_of
from incidents import Package
from incidents.story import sides

LANES = {"flew": mark("What flew"), "said": mark("What was said"), "done": mark("What was done")}
"""Lanes of the chronicle, in their order on the page."""
LANE_OF = {"incident": "flew", "statement": "said", "response": "done", "posture": "done"}
SHORT = {"flew": mark("Flew"), "said": mark("Said"), "done": mark("Done")}
LONGEST = 70


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text that is cut at a word when it is too long."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


def meta(event: dict) -> str:
    """Return lane, place and kind of an event: ``Said · Lithuania · Statement``."""
    kind = words.label("event_type", event["event_type"])
    lane = LANE_OF[event["category"]]
    parts = [tr(SHORT[lane]), name_of(event["country"])]
    parts += [kind] if event["event_type"] != "statement" else []
    parts += [words.label("status", event["status"])] if event["status"] != "confirmed" else []
    first, last = words.days_of(event)
    parts += (
        [tr("until {day}").format(day=words.short_day(last))]
        if last != first and event["time_precision"] != "month"
        else []
    )
    return " · ".join(parts)


def ties(package: Package, event_id: str) -> list[str]:
    """Return what ties an event to others, and how its parties contradict each other, one line each."""
    rows = package.relations_of(event_id)
    lines = []
    for relation, verb in (
        ("response_to", mark("Answers")),
        ("follows", mark("Follows")),
        ("part_of", mark("Part of")),
    ):
        others = [row["other"] for row in rows if row["relation"] == relation and row["direction"] == "to"]
        titles = [package.event(other)["title"] for other in others[:1]]
        more = " " + tr("and {n} more").format(n=len(others) - 1) if len(others) > 1 else ""
        lines += [f"{tr(verb)}: {shortened(title)}{more}" for title in titles]
    counts = [
        sum(row["relation"] == relation and row["direction"] == "from" for row in rows)
        for relation in ("response_to", "part_of", "follows")
    ]
    if any(counts):
        answers, parts, after = counts
        said = [
            trn("{n} answer", "{n} answers", answers).format(n=answers) if answers else "",
            trn("{n} part", "{n} parts", parts).format(n=parts) if parts else "",
            trn("{n} followed it", "{n} followed it", after).format(n=after) if after else "",
        ]
        lines.append(tr("Recorded with it: {list}").format(list=", ".join(filter(None, said))))
    saying, denying = sides(package.claims_of(event_id))
    if saying:
        says, denies = (words.listed([name_of(code) for code in codes]) for codes in (saying, denying))
        lines.append(
            trn("{who} says so", "{who} say so", len(saying)).format(who=says)
            + " · "
            + trn("{who} denies", "{who} deny", len(denying)).format(who=denies)
        )
    return lines
