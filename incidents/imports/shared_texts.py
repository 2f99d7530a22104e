"""The texts that the cells of a workbook share: how many and how long they are, and how often each is used."""

from __future__ import annotations

from array import array
from collections import Counter

from incidents.imports.source import Source

_SLACK = 1_000_000
_MUCH, _REPEATED = 100_000_000, 10
"""Characters from which on it is looked at how often texts repeat, and how many times what the file unpacks to they may be."""


class SharedTexts:
    """Counts shared texts: a reader allots room for as many as the list says it holds, and copies a text for each cell that uses it.

    Parameters
    ----------
    source : Source
        The workbook.
    """

    def __init__(self, source: Source) -> None:
        self._source, self._claimed, self._lengths, self._uses = source, 0, array("L"), Counter()

    def claim(self, attributes: dict[str, str]) -> None:
        """Take what a list says of itself."""
        for name in ("count", "uniqueCount"):
            number = attributes.get(name, "0").strip()
            if number.isascii() and number.isdigit():
                self._claimed = max(int(number[:19]), self._claimed)

    def add(self, length: int) -> None:
        """Take the next text by its length.

        Raises
        ------
        PackageError
            There are too many.
        """
        self._lengths.append(length)
        if len(self._lengths) > self._source.limits.cells // 3:
            self._source.refuse("lists too many texts", "split the file, or raise the limit (cells)")

    def use(self, index: str) -> None:
        """Take a cell that shows a text by its number."""
        self._uses[index] += 1

    def check(self, unpacked: int) -> None:
        """Refuse a list that claims far more than it holds, and texts that repeat until they fill the memory.

        Parameters
        ----------
        unpacked : int
            Bytes of all members.

        Raises
        ------
        PackageError
            With the way out.
        """
        held, cells = len(self._lengths), sum(self._uses.values())
        if self._claimed > held + cells + _SLACK:
            self._source.refuse(
                f"says that it lists {self._claimed} texts, but holds {held}", "save it again as .xlsx, or as CSV UTF-8"
            )
        longest = max(self._lengths, default=0)
        if cells * longest <= _MUCH:
            return
        total = 0
        for index, n in self._uses.items():
            known = index.isascii() and index.isdigit() and len(index) < 10 and int(index) < held
            total += n * (self._lengths[int(index)] if known else longest)
        if total > max(_MUCH, _REPEATED * unpacked):
            self._source.refuse(
                f"unpacks to too much: its cells repeat texts to {total} characters", "shorten the texts that repeat"
            )
