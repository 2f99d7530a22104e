"""A table that many readers share: none of them can change it for the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn

import numpy as np
import pandas as pd

REFUSED = "this table is shared by all sessions: change a copy, table.copy()"
_EMPTY = pd.DataFrame({"x": [1]})


def _refuse(*_args: Any, **_more: Any) -> NoReturn:
    raise TypeError(REFUSED)


def _reading(name: str) -> property:
    """Return an indexer of pandas that reads only."""
    reader = type(f"Reading_{name}", (type(getattr(_EMPTY, name)),), {"__setitem__": _refuse})
    return property(lambda self: reader(name, self))


class SharedTable(pd.DataFrame):
    """A DataFrame that refuses every change; what is made from it (rows, columns, copies) is a plain DataFrame.

    pandas copies on write, so that rows and columns taken from a table never write into it. What is left are changes of the table itself, and
    of the arrays below its columns: these are refused, the arrays are marked as read-only.
    """

    _locked = False

    def __init__(self, frame: pd.DataFrame) -> None:
        super().__init__(frame.copy(deep=False))
        for block in self._mgr.blocks:  # there is no public way to the arrays themselves
            lock(block.values)
        object.__setattr__(self, "_locked", True)

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return pd.DataFrame

    loc, iloc, at, iat = map(_reading, ("loc", "iloc", "at", "iat"))
    __setitem__ = __delitem__ = insert = isetitem = _update_inplace = _set_value = _iset_item_mgr = _set_item_mgr = (
        _refuse
    )

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse new columns, another index and other names of columns, once the table is made."""
        if self._locked:
            _refuse()
        super().__setattr__(name, value)


def lock(values: np.ndarray | pd.api.extensions.ExtensionArray) -> Any:
    """Mark an array as read-only, with the arrays that it is a view of, and return it."""
    below = values
    if isinstance(values, pd.api.extensions.ExtensionArray):
        values._readonly = True
        below = getattr(values, "_ndarray", None)
    while isinstance(below, np.ndarray):
        below.flags.writeable = False
        below = below.base
    return values


def frozen(value: Any) -> Any:
    """Return mappings and lists, and what is in them, as such that cannot be changed."""
    if isinstance(value, Mapping):
        return MappingProxyType({name: frozen(each) for name, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value
