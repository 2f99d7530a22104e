"""Facts of an event in short plain English, with how sure they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import geodata
from dashboard import language
from dashboard.language import mark, tr, trn
from dashboard.local_time import offset_words
from dashboard.state_names import state
from incidents import VOCABULARIES
from incidents.filter_words import period_words
from incidents.zone_of import zone_of

Row = Mapping[str, Any]
PARTS_OF_DAY = (
    (5, mark("night")),
    (12, mark("morning")),
    (18, mark("afternoon")),
    (22, mark("evening")),
    (24, mark("night")),
)
COARSE = {"region_centroid": mark("a region"), "country_centroid": mark("a country")}


def name_of(code: str) -> str:
    """Return the name of a country, organisation or unattributed actor in the current language."""
    return state(code, geodata.country_names().get(code, code))


def label(column: str, word: str) -> str:
    """Return the label of a vocabulary word; a word that the vocabulary lacks is shown as it is."""
    return tr(str(VOCABULARIES[column].get(word, word))) if word in VOCABULARIES[column] else word


def description(column: str, word: str) -> str:
    """Return the definition of a vocabulary word, "" when there is none."""
    return tr(getattr(VOCABULARIES[column].get(word), "description", ""))


def short_day(day: date) -> str:
    """Return a day as ``19 Sep 2025``."""
    return language.day(day, short=True)


def days_of(event: Row) -> tuple[date, date]:
    """Return the first and last UTC day on which the event could have happened."""
    return event["earliest"].date(), (event["latest"] - timedelta(microseconds=1)).date()


def short_when(event: Row) -> str:
    """Return the date for lists and tooltips: ``19 Sep 2025``, ``Mar 2024``, ``1–30 Sep 2017``."""
    first, last = days_of(event)
    if first == last:
        return short_day(first)
    if event["time_precision"] == "month" and (first.year, first.month) == (last.year, last.month):
        return language.month(first, short=True)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    return f"{short_day(first)} – {short_day(last)}"


def period(first: date, last: date) -> str:
    """Return two days as a period: ``1 to 30 September 2025``."""
    if language.current() == language.ENGLISH:
        return period_words((first, last))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{language.day(last)}"
    return f"{language.day(first)} – {language.day(last)}"


def when(event: Row) -> list[str]:
    """Return the time of an event in words: UTC first, local time of the place, then how precise it is."""
    first, last = days_of(event)
    precision = event["time_precision"]
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return [language.month(first), tr("Only the month is known.")]
    if precision in ("range", "month") or first != last:
        return [
            tr("{period} (UTC days)").format(period=period(first, last)),
            tr("It happened at some time in this period, or throughout."),
        ]
    if precision == "day":
        return [language.day(first), tr("The day is known, the hour is not. Days are counted in UTC.")]
    moment: datetime = event["earliest"]
    about = tr("about {time}") if precision == "hour" else "{time}"
    lines = [f"{language.day(first)}, {about.format(time=f'{moment:%H:%M}')} UTC"]
    zone = zone_of(event["country"], event["longitude"])
    if zone is not None:
        local = moment.astimezone(zone)
        part = next(name for hour, name in PARTS_OF_DAY if local.hour < hour)
        day = "" if local.date() == first else f"{language.day(local.date())}, "
        clock = day + about.format(time=f"{local:%H:%M}")
        lines.append(
            tr("Local time: {time}, {part} ({offset}).").format(time=clock, part=tr(part), offset=offset_words(local))
        )
    lines.append(tr("Known to the minute.") if precision == "minute" else tr("Known to about an hour."))
    return lines


def distance(metres: float) -> str:
    """Return a distance with two digits that count and its unit: ``800 m``, ``2.5 km``, ``150 km``."""
    if metres < 1000:
        return f"{metres:.0f} m"
    km = metres / 1000
    digits = float(f"{km:.2g}")
    return f"{language.number(f'{digits:g}')} km"


def where(event: Row, country: str) -> list[str]:
    """Return place and uncertainty in words."""
    basis, radius = event["georeference_basis"], event["coordinate_uncertainty_m"]
    lines = [event["place_name"] or country]
    if basis in COARSE:
        said = tr("Known only to {what}; the point stands for an area of about {distance} around it.")
        lines.append(said.format(what=tr(COARSE[basis]), distance=distance(radius)))
    else:
        said = tr("Within about {distance} of the point ({basis}).")
        lines.append(said.format(distance=distance(radius), basis=label("georeference_basis", basis).lower()))
    return lines


def coordinates(event: Row) -> str:
    """Return the position in degrees and decimal minutes, with as many digits as the uncertainty allows."""
    digits = 1 if event["coordinate_uncertainty_m"] < 2000 else 0

    def degrees(value: float, positive: str, negative: str) -> str:
        minutes = round(abs(value) * 60, digits)
        rest = language.number(f"{minutes % 60:0{3 + digits if digits else 2}.{digits}f}")
        return f"{int(minutes // 60)}°{rest}′ {positive if value >= 0 else negative}"

    return f"{degrees(event['latitude'], 'N', 'S')}, {degrees(event['longitude'], 'E', 'W')}"


def amount(low: float | None, high: float | None) -> str:
    """Return a count or its range: ``3``, ``19 to 23``, ``at least 4``, "" when unknown."""
    if low is None and high is None:
        return ""
    if low is None:
        return tr("at most {n}").format(n=f"{high:g}")
    if high is None:
        return tr("at least {n}").format(n=f"{low:g}")
    return f"{low:g}" if low == high else tr("{low} to {high}").format(low=f"{low:g}", high=f"{high:g}")


def platform(event: Row) -> str:
    """Return how many of what: ``3 × MiG-31 (fighter)``."""
    kind = event["platform_class"]
    known = kind not in ("", "none", "unknown")
    name = event["platform"] or (label("platform_class", kind) if known else "")
    count = amount(event["count_min"], event["count_max"])
    if not name:
        return ""
    kind_words = f" ({label('platform_class', kind).lower()})" if known and event["platform"] else ""
    return f"{count} × {name}{kind_words}" if count else f"{name}{kind_words}"


def partial_day(text: str) -> str:
    """Return an ISO date, month or year in words; "" becomes ``day not given``."""
    if not text:
        return tr("day not given")
    if len(text) >= 10:
        return short_day(date.fromisoformat(text[:10]))
    return language.month(date.fromisoformat(f"{text}-01"), short=True) if len(text) == 7 else text


def listed(parts: Sequence[str]) -> str:
    """Return words as a list in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return (
        tr("{list} and {last}").format(list=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else "".join(parts)
    )


def by_category(counts: Mapping[str, int]) -> str:
    """Return counts by category so that unlike things are never added silently: ``310 incidents, 46 responses``."""
    return ", ".join(counted(word, n) for word in VOCABULARIES["category"] if (n := counts.get(word, 0)))


def counted(category: str, n: int) -> str:
    """Return a number of events of one category: ``1 incident``, ``310 incidents``."""
    forms = {
        "incident": trn("{n} incident", "{n} incidents", n),
        "response": trn("{n} response", "{n} responses", n),
        "statement": trn("{n} statement", "{n} statements", n),
        "posture": trn("{n} posture", "{n} posture", n),
    }
    return forms[category].format(n=n)
