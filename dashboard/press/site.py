"""Builds the static site, and on the next build only what has changed."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import threading
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib

import geodata
from dashboard.layers.glyphs import TYPES
from dashboard.layers.palette import THEMES
from dashboard.press.errors import PressError
from dashboard.press.site_pages import SitePages
from dashboard.press.thumb import DRAWN_FROM, thumb
from incidents import Package
from incidents.errors import shown
from incidents.write_whole import write_whole

MANIFEST = ".airspace-site.json"
"""Inside the site: what each file was made from. Only files that it names are ever replaced or removed."""
WHOLE = "."
"""Entry of the manifest for all pages together."""
ALONE_UP_TO = 24
"""Pictures up to which no other process is started."""


@dataclass(frozen=True)
class Done:
    """What a build did, in numbers of files."""

    written: int
    kept: int
    removed: int


def _digest(*parts: bytes) -> str:
    found = hashlib.sha256()
    for each in parts:
        found.update(len(each).to_bytes(8, "little") + each)
    return found.hexdigest()[:20]


def _made_by() -> str:
    """Return a hash of all code and map data that pictures depend on."""
    here = Path(__file__).parent
    files = [*sorted(here.glob("*.py"))]
    files += [path for _, path in sorted(geodata.display_files().items()) if path.exists()]
    tables = repr((matplotlib.__version__, TYPES, THEMES)).encode()
    return _digest(tables, *(path.read_bytes() for path in files))


def _read_manifest(folder: Path) -> dict[str, list[str]]:
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return (
        {name: pair for name, pair in found.items() if isinstance(pair, list) and len(pair) == 2}
        if isinstance(found, dict)
        else {}
    )


def _refuse(package: Package, folder: Path) -> None:
    target = folder.resolve()
    if target == package.path.resolve() or (target / "datapackage.json").exists():
        raise PressError(f"-o: {shown(str(folder))} holds a package of data; name another folder")
    if folder.exists() and not folder.is_dir():
        raise PressError(f"-o: {shown(str(folder))} is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).exists():
        raise PressError(f"-o: {shown(str(folder))} holds other files; name a new or empty folder")


def build_site(package: Package, folder: Path, *, url: str = "") -> Done:
    """Write the site.

    Parameters
    ----------
    package : Package
        The data.
    folder : Path
        A new or empty folder, or one that an earlier build has filled.
    url : str, default ""
        Address where the site will be, without a slash at the end.

    Raises
    ------
    PressError
        The folder holds something else.
    OSError
        A file cannot be written.
    """
    _refuse(package, folder)
    before = _read_manifest(folder)
    manifest: dict[str, list[str]] = {}
    written = _write_pictures(package, folder, before, manifest)
    written += _write_pages(SitePages(package, url), folder, before, manifest)
    gone = [
        name for name in before if name not in manifest and (folder / name).is_file() and ".." not in Path(name).parts
    ]
    for name in gone:
        (folder / name).unlink()
    _put(folder / MANIFEST, (json.dumps(manifest, indent=0, sort_keys=True) + "\n").encode())
    return Done(written, len(manifest) - 1 - written, len(gone))


def _write_pages(pages: SitePages, folder: Path, before: dict[str, list[str]], manifest: dict[str, list[str]]) -> int:
    """Write the pages that have changed; none is even made when data, address and code are those of the last build."""
    files, written = pages.files(), 0
    code = [path.read_bytes() for path in _page_code()]
    whole = _digest(_made_by().encode(), pages.package.version.encode(), pages.url.encode(), *code)
    manifest[WHOLE] = [whole, whole]
    if before.get(WHOLE, [""])[0] == whole and all(name in before and (folder / name).is_file() for name in files):
        manifest.update({name: before[name] for name in files})
        return 0
    for name, make in files.items():
        content = make()
        key = _digest(content)
        manifest[name] = [key, key]
        if before.get(name, [""])[0] != key or not (folder / name).is_file():
            _put(folder / name, content)
            written += 1
    return written


def _page_code() -> list[Path]:
    here = Path(__file__).parent
    folders = (here, here.parent / "layers", here.parent / "templates")
    return [
        *sorted(here.parent.glob("*.py")),
        *(path for each in folders for path in sorted(each.glob("*.*")) if path.is_file()),
    ]


def _write_pictures(
    package: Package, folder: Path, before: dict[str, list[str]], manifest: dict[str, list[str]]
) -> int:
    """Draw the pictures whose event, code or map data has changed."""
    made_by, wanted = _made_by().encode(), []
    for row in package.events[["event_id", *DRAWN_FROM]].to_dict("records"):
        name = f"pictures/{row['event_id']}.png"
        key = _digest(made_by, json.dumps([row[column] for column in DRAWN_FROM]).encode())
        if before.get(name, [""])[0] == key and (folder / name).is_file():
            manifest[name] = before[name]
        else:
            wanted.append((name, key, row))
    for (name, key, _), content in zip(wanted, _draw([row for _, _, row in wanted]), strict=True):
        _put(folder / name, content)
        manifest[name] = [key, _digest(content)]
    return len(wanted)


def _draw(rows: list[dict[str, Any]]) -> Iterable[bytes]:
    workers = min(os.cpu_count() or 1, 8)
    if len(rows) <= ALONE_UP_TO or workers < 2:
        yield from map(thumb, rows)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), end_with_parent) as pool:
        yield from pool.map(thumb, rows, chunksize=8)


def end_with_parent() -> None:
    """End this process when the one that started it has ended, however that was: it would wait for work forever."""

    def follow() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
