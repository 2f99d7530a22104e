"""Two packages side by side, with distinct ids."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from incidents.package import Package
from incidents.schema import Table
from incidents.tables import TABLES

_LONGEST_ID = 100


@dataclass(frozen=True)
class Clash:
    """An id that both packages use.

    Attributes
    ----------
    table : str
        Where it stands.
    given : str
        The id.
    becomes : str
        What the row of the added package is called instead.
    same : bool
        Whether both rows hold the same values: probably one record twice.
    """

    table: str
    given: str
    becomes: str
    same: bool


def _free(name: str, taken: set[str]) -> str:
    new, n = f"own-{name}"[:_LONGEST_ID].rstrip("-"), 2
    while new in taken:
        end = f"-{n}"
        new, n = f"own-{name}"[: _LONGEST_ID - len(end)].rstrip("-") + end, n + 1
    return new


def _clashes(table: Table, base: pd.DataFrame, added: pd.DataFrame) -> list[Clash]:
    key = table.key[0]
    known = set(base[key].tolist())
    both = [name for name in added[key].tolist() if name in known]
    if not both:
        return []
    columns = [column.name for column in table.columns]
    one, other = (frame[frame[key].isin(both)].set_index(key, drop=False)[columns] for frame in (base, added))
    taken = known | set(added[key].tolist())
    found = []
    for name in both:
        new = _free(name, taken)
        taken.add(new)
        found.append(Clash(table.name, name, new, bool(one.loc[name].equals(other.loc[name]))))
    return found


def _renamed(table: Table, frame: pd.DataFrame, names: dict[str, dict[str, str]]) -> pd.DataFrame:
    """Return a table whose ids and references go by their new names."""
    changed = {}
    for column in table.columns:
        target = column.references.partition(".")[0]
        known = names.get(target or (table.name if [column.name] == list(table.key) else ""), {})
        if known and column.kind == "ids":
            lists = [";".join(known.get(name, name) for name in value.split(";")) for value in frame[column.name]]
            changed[column.name] = pd.Series(lists, index=frame.index, dtype="str")
        elif known:
            changed[column.name] = frame[column.name].map(lambda name, known=known: known.get(name, name)).astype("str")
    return frame.assign(**changed) if changed else frame


def join_packages(base: Package, added: Package) -> tuple[Package, tuple[Clash, ...]]:
    """Return one package of all rows of two.

    Parameters
    ----------
    base : Package
        Its ids stay.
    added : Package
        Rows whose id the base uses already get another; references follow.

    Returns
    -------
    Package
        It states no licence: that of the base is not that of all rows.
    tuple of Clash
        The ids that both use, in order of tables and rows. No row is dropped, not even where both hold the same values.
    """
    frames: dict[str, pd.DataFrame] = {}
    names: dict[str, dict[str, str]] = {}
    clashes: list[Clash] = []
    for name, table in TABLES.items():
        one, other = getattr(base, name), getattr(added, name)
        if len(table.key) == 1 and len(other):
            found = _clashes(table, one, other)
            names[name] = {clash.given: clash.becomes for clash in found}
            clashes += found
        frames[name] = pd.concat([one, _renamed(table, other, names)], ignore_index=True) if len(other) else one
    frames["events"] = frames["events"].sort_values(["earliest", "event_id"], kind="stable", ignore_index=True)
    titles = [str(package.descriptor.get("title", "")) for package in (base, added)]
    about = {name: value for name, value in base.descriptor.items() if name not in ("licenses", "created", "id")}
    about["title"] = " and ".join(title for title in titles if title)
    return replace(base, **frames, problems=base.problems + added.problems, descriptor=about), tuple(clashes)
