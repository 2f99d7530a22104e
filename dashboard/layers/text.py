"""Words that the map frame shows: all of its interface text, none of the data."""

from __future__ import annotations

from typing import Any

from dashboard.language import month_name, tr

TEXT = {
    "mapLabel": "Map of recorded airspace incidents. The list beside the map holds the same events.",
    "credit": "Land: Natural Earth. Airspace limits: derived from © OpenStreetMap contributors, ODbL. Crimea shown as Ukraine (UN GA 68/262).",
    "loadFailed": "The incident data could not be loaded. The connection may be down, or the server restarting.",
    "retry": "Try again",
    "timeControl": "Time window",
    "windowStart": "First day of the window",
    "windowEnd": "Last day of the window",
    "play": "Play: move the window through time",
    "pause": "Pause",
    "back": "One window back",
    "next": "One window on",
    "all": "All dates",
    "speed": "Speed",
    "speeds": ["1 day / s", "1 week / s", "1 month / s", "3 months / s", "1 year / s"],
    "playback": "Playback",
    "mode": "Window",
    "modes": ["moves", "grows"],
    "loop": "Start again at the end",
    "zoomTime": "Stretch",
    "zoomTimeTitle": "Stretch the time line to the window, or show the whole record again; the wheel does it too",
    "dragWindow": "Drag to move the window",
    "keyDates": "Marks on top: Article 4 consultations",
    "legend": "Legend",
    "hideType": "Hide this type",
    "showType": "Show this type",
    "zoomIn": "Zoom in",
    "zoomOut": "Zoom out",
    "views": {"fit": "Show all events in view", "event": "Zoom to the selected event", "full": "Full screen"},
    "theatre": "Go to …",
    "area": {
        "open": "Filter by an area on the map",
        "box": "Draw a box",
        "corners": "Draw corners",
        "view": "Use what the map shows",
        "clear": "Everywhere",
        "boxHint": "Drag a box over the map. Escape ends.",
        "cornersHint": "Click the corners. Enter, or a click on the first one, closes; Backspace takes one back; Escape ends.",
        "boxTouch": "Drag a box over the map. The button at the edge ends.",
        "cornersTouch": "Tap the corners; a tap on the first one closes. The button at the edge ends.",
    },
    "nauticalMiles": "nm",
    "eventsHere": "{n} events here",
    "discs": "Uncertainty",
    "discModes": {"all": "all (up to 3 000)", "selected": "selected", "off": "off"},
    "statuses": {
        "confirmed": "Confirmed",
        "reported": "Reported only",
        "disputed": "Disputed",
        "retracted": "Retracted",
    },
    "coarse": "Known to a region or country",
    "disc": "Radius of uncertainty",
    "show": "Show",
    "options": {
        "airspace": "12-nautical-mile limits",
        "places": "Bases, airports, towns",
        "members": "NATO members today",
        "sizes": "Size by number of objects",
        "fade": "Fade older events",
    },
    "outside": "Outside this picture: {n}",
    "count": "{n} of {total}",
    "countTitle": "Events inside the time window and the filters, of all recorded events",
    "histogram": "Histogram of {n} recorded events over time; the fullest bar holds {most}.",
}

SUPPLY_TEXT = TEXT | {
    "mapLabel": "Map of recorded supply lines. The list beside the map holds the same lines.",
    "credit": "Land: Natural Earth. Borders in Europe: © OpenStreetMap contributors, ODbL. Crimea shown as Ukraine (UN GA 68/262).",
    "loadFailed": "The supply lines could not be loaded. The connection may be down, or the server restarting.",
    "groups": {
        "weapons": "Ammunition, missiles, drones",
        "goods": "Dual-use goods, technology",
        "people": "People",
    },
    "widthsTitle": "Width: figure in its own unit",
    "widths": ["under 1 000, or none given", "1 000 to 1 million", "1 million and more"],
    "contradicted": "contradicted",
    "contradictedTitle": "Figure of the seed article that other sources contradict",
    "geodesic": "Shortest ways between places that stand for origin and destination, not routes.",
    "views": {"fit": "Show all lines in view", "event": "Zoom to the selected line", "full": "Full screen"},
}
"""Words of the map of supply lines."""


def translated(text: Any) -> Any:
    """Return words in the current language, in the same nested form, with the names of the months."""
    found = _translated(text)
    return found | {"months": [month_name(number) for number in range(1, 13)]}


def _translated(part: Any) -> Any:
    if isinstance(part, str):
        return tr(part)
    if isinstance(part, dict):
        return {name: _translated(value) for name, value in part.items()}
    return [_translated(value) for value in part]
