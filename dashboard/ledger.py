"""The claims of one event, side by side, and where the sides contradict each other."""

from __future__ import annotations

from typing import Any

from dashboard import words
from dashboard.language import tr, trn
from dashboard.words import name_of
from incidents.story import sides
from incidents.story.contradictions import ASSERTING


def ledger(claims: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the claims by side, each with a heading; one group without a heading when nobody denies anything."""
    denying = {claim["code"] for claim in claims if claim["stance"] == "denies"}
    saying = {claim["code"] for claim in claims if claim["stance"] in ASSERTING} - denying
    if not denying:
        return [("", claims)] if claims else []
    groups = [
        (tr("Those who say so"), [claim for claim in claims if claim["code"] in saying]),
        (tr("Those who deny it, or part of it"), [claim for claim in claims if claim["code"] in denying]),
        (tr("Others"), [claim for claim in claims if claim["code"] not in saying | denying]),
    ]
    return [(heading, rows) for heading, rows in groups if rows]


def dispute(event: dict[str, Any], claims: list[dict[str, Any]]) -> list[str]:
    """Return in words where the parties contradict each other, and how that compares with the status of the record."""
    saying, denying = sides({"party": claim["code"], "stance": claim["stance"]} for claim in claims)
    status = f"“{words.label('status', event['status'])}”"
    if saying:
        says, denies = (words.listed([name_of(code) for code in codes]) for codes in (saying, denying))
        said = trn("{who} says so", "{who} say so", len(saying)).format(who=says)
        denied = trn("{who} denies it or part of it", "{who} deny it or part of it", len(denying)).format(who=denies)
        lines = [tr("Disputed by the claims: {said}, {denied}.").format(said=said, denied=denied)]
        if event["status"] != "disputed":
            spoken = event["category"] == "statement"
            why = (
                tr("the words were spoken")
                if spoken
                else words.description("status", event["status"]).lower().rstrip(".")
            )
            lines.append(tr("The status of the record is {status} all the same: {why}.").format(status=status, why=why))
        return lines
    if event["status"] == "disputed":
        return [
            tr(
                "The status of the record is {status}; no denial by another party is among the claims recorded here."
            ).format(status=status)
        ]
    return []
