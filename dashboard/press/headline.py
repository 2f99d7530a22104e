"""A title made from a filter."""

from __future__ import annotations

from dashboard.filter_speech import period_words
from dashboard.language import mark, tr
from dashboard.words import label, listed, name_of
from incidents import Filter

PLURAL = {
    "incident": mark("Airspace incidents"), "response": mark("Responses"), "statement": mark("Statements"), "posture": mark("Posture"),
    "aircraft_violation": mark("Airspace violations"), "drone_incursion": mark("Drone incursions"), "drone_sighting": mark("Drone sightings"),
    "shoot_down": mark("Shoot-downs"), "crash_debris": mark("Crashes and debris"), "interception": mark("Interceptions"),
    "unsafe_manoeuvre": mark("Unsafe manoeuvres"), "airport_closure": mark("Airport closures"), "gnss_interference": mark("Satellite navigation interference"),
    "balloon_incursion": mark("Balloon incursions"), "missile_overflight": mark("Missile overflights"), "article_4": mark("Article 4 consultations"),
    "rules_of_engagement": mark("Rules of engagement"), "deployment": mark("Deployments"), "policy": mark("Policies and measures"),
    "sanctions": mark("Sanctions"), "diplomatic": mark("Diplomatic steps"),
}  # fmt: skip
WHOLE = mark("Airspace incidents on NATO’s eastern flank")


def headline(view: Filter) -> str:
    """Return a title made from a filter: what, where, when."""
    if not view.is_active:
        return tr(WHOLE)
    what = tr("Recorded airspace events")
    for words in (view.type, view.category):
        if 0 < len(words) <= 2:
            plurals = [tr(PLURAL.get(word, word)) for word in words]
            what = listed([plurals[0], *(word[:1].lower() + word[1:] for word in plurals[1:])])
            break
    if len(view.status) == 1:
        what += f", {label('status', view.status[0]).lower()}"
    where = listed([name_of(code) for code in view.country]) if 0 < len(view.country) <= 4 else ""
    if len(view.actor) == 1 and view.actor != ("UNK",):
        what = tr("{what} attributed to {actor}").format(what=what, actor=name_of(view.actor[0]))
    title = f"{where}: {what[:1].lower()}{what[1:]}" if where else what
    return f"{title}, {period_words(view.period)}" if view.has_period else title
