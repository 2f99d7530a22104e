"""One event with all that hangs on it."""

from __future__ import annotations

from typing import Any

from incidents.export.export_json import nested
from incidents.package import Package


def event_record(package: Package, event_id: str) -> dict[str, Any]:
    """Return one event as a dict that JSON can hold, the same as in `export_json`.

    Parameters
    ----------
    package : Package
        Where the event comes from.
    event_id : str
        Its name.

    Returns
    -------
    dict
        The event with its claims, sources, updates and relations, and ``version`` and ``licence`` of the package.

    Raises
    ------
    KeyError
        There is no such event.
    """
    at = package.place_of(event_id)
    if at is None:
        raise KeyError(event_id)
    (record,) = nested(package, package.events.iloc[[at]])
    return record | {"version": package.version, "licence": package.licence}
