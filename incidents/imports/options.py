"""What the person who imports has decided; nothing of it is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from incidents.errors import quoted
from incidents.imports.limits import Limits
from incidents.tables import EVENTS

PROFILES = ("generic", "acled")
DATES = ("iso", "dmy", "mdy")


@dataclass(frozen=True)
class Options:
    """The choices of an import.

    Attributes
    ----------
    profile : {"generic", "acled"}
        How columns are read.
    mapping : mapping of str to str
        Column of the file to field of events.csv, "" to take it for none; beside the suggestions, and before them.
    fixed : mapping of str to str
        Field to the value that all rows get.
    dates : {"iso", "dmy", "mdy"}
        What ``03/04/2025`` means; ``iso`` refuses it.
    zone : str
        Name of the time zone in which times without a zone are, such as ``Europe/Vilnius``; "" refuses them. Times with an offset
        are converted to UTC with or without it.
    decimal_comma : bool
        Whether ``54,5`` is a number.
    dms : bool
        Whether ``54°30'15"N`` is a position.
    encoding, delimiter : str
        Of a CSV; "" finds them out.
    limits : Limits
        What a file may cost.
    """

    profile: str = "generic"
    mapping: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    dates: str = "iso"
    zone: str = ""
    decimal_comma: bool = False
    dms: bool = False
    encoding: str = ""
    delimiter: str = ""
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.profile not in PROFILES:
            raise ValueError(f"profile: {quoted(self.profile)} is not known; use {' or '.join(PROFILES)}")
        if self.dates not in DATES:
            raise ValueError(f"dates: {quoted(self.dates)} is not known; use {', '.join(DATES)}")
        if self.delimiter and (len(self.delimiter) != 1 or self.delimiter in '"\r\n'):
            raise ValueError(f"delimiter: {quoted(self.delimiter)} is not one character; use , ; | or a tab")
        if self.encoding and not _is_encoding(self.encoding):
            raise ValueError(
                f"encoding: there is no encoding {quoted(self.encoding)}; use utf-8, cp1250, cp1252 or cp1257"
            )
        for what, names in (("map", self.mapping.values()), ("set", self.fixed)):
            for name in names:
                if name not in EVENTS.by_name and (name or what == "set"):
                    raise ValueError(
                        f"{what}: there is no field {quoted(name)}; use one of {', '.join(EVENTS.by_name)}"
                    )
        if self.zone:
            zone_of(self.zone)


def _is_encoding(name: str) -> bool:
    try:
        return "".encode(name) is not None
    except (LookupError, ValueError):
        return False


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its IANA name.

    Raises
    ------
    ValueError
        There is none of that name.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"zone: {quoted(name)} is not known; write a name such as Europe/Vilnius or UTC") from None
