"""Look through a zip before anything unpacks it: sizes, ratios, names, entities."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from incidents.imports.source import Source

_MEGABYTE = 1_000_000
_CHUNK = 262_144
_LOCAL = struct.Struct("<4s22xHH")
_END = struct.Struct("<4s8xIIH")
_LONGEST_END = 22 + 65_535
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def _unpacked(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a member really unpacks to, whatever its header says."""
    file.seek(entry.header_offset)
    mark, name, extra = _LOCAL.unpack(file.read(_LOCAL.size))
    if mark != b"PK\x03\x04":
        raise zipfile.BadZipFile("local header")
    file.seek(name + extra, 1)
    left, unpack = entry.compress_size, zlib.decompressobj(-15)
    while left > 0 and (piece := file.read(min(_CHUNK, left))):
        left -= len(piece)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield piece
            continue
        while piece:
            yield unpack.decompress(piece, _CHUNK)
            piece = unpack.unconsumed_tail


def _one_end(source: Source, file: BinaryIO, start: int) -> None:
    """Refuse a workbook that another reader may find other members in: one with two directories, or bytes before or behind."""
    file.seek(max(source.size - _LONGEST_END, 0))
    tail = file.read()
    mark, _, directory, comment = _END.unpack(tail[-_END.size :])
    if mark != b"PK\x05\x06" or comment or tail.count(mark) > 1 or directory != start:
        source.refuse("has more than one directory, or bytes around it", "save it again as .xlsx, or as CSV UTF-8")


def check_zip(source: Source, *, look: Callable[[str, bytes], None] | None = None) -> list[str]:
    """Unpack a zip or XLSX once into nothing and refuse what is not safe to read.

    Parameters
    ----------
    source : Source
        The file.
    look : callable, optional
        Called with the name of each member and its content, piece by piece, an empty piece at its end.

    Returns
    -------
    list of str
        The names of the members.

    Raises
    ------
    PackageError
        It is damaged, encrypted, unpacks to too much, or an XML in it declares a document type.
    """
    limits, total = source.limits, 0
    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            if look is not None:
                _one_end(source, file, archive.start_dir)
            entries = archive.infolist()
            if len(entries) > limits.members:
                source.refuse(
                    f"holds {len(entries)} files, the limit is {limits.members}", "choose a table without them"
                )
            for entry in entries:
                if entry.flag_bits & 1:
                    source.refuse("is encrypted", "save it without a password", value=entry.filename)
                if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    source.refuse(
                        "is packed in a way that is not read", "pack it again as plain zip", value=entry.filename
                    )
                size, crc, tail, is_xml = 0, 0, b"", entry.filename.endswith((".xml", ".rels", ".kml"))
                for piece in _unpacked(file, entry):
                    size, crc = size + len(piece), zlib.crc32(piece, crc)
                    total += len(piece)
                    if total > limits.unpacked or (
                        size > _MEGABYTE and size > limits.ratio * max(entry.compress_size, 1)
                    ):
                        way = "a file of this kind can fill the memory; save the table as CSV UTF-8"
                        source.refuse("unpacks to too much", way, value=entry.filename)
                    if is_xml:
                        seen = tail + piece
                        if _DOCTYPE.search(seen):
                            way = "remove the DOCTYPE: it could make the file huge or fetch others"
                            source.refuse("declares a document type or entities", way, value=entry.filename)
                        tail = seen[-64:]
                    if look is not None:
                        look(entry.filename, piece)
                if look is not None and size:
                    look(entry.filename, b"")
                if size != entry.file_size or crc != entry.CRC:
                    source.refuse(
                        "is not as long as it says, or damaged", "save or download it again", value=entry.filename
                    )
            return [entry.filename for entry in entries]
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, NotImplementedError):
        source.refuse("is a damaged zip or XLSX", "save or download it again")
