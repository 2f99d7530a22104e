"""The map as one HTML file: the frame's own scripts, with everything that they fetch packed inside."""

from __future__ import annotations

import base64
import gzip
import json
import re
import string
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup

from dashboard.filter_speech import filter_words
from dashboard.icon import icon_address
from dashboard.language import current, tr
from dashboard.layers import bundle
from dashboard.layers.glyphs import TYPES
from dashboard.layers.packing import pack_mask
from dashboard.layers.scripts import joined, literal
from dashboard.layers.text import translated
from dashboard.press.content import Content
from dashboard.press.details import details
from dashboard.press.embed_fonts import web_faces
from dashboard.press.page_policy import policy
from dashboard.press.page_text import PAGE_TEXT
from dashboard.press.picture import Picture
from dashboard.record import templates
from dashboard.store import Store
from incidents import Filter, Package, filter_mask

HERE = Path(__file__).parent
INLINE = "inline/"
"""What names of parts begin with; `unpack.js` answers requests for them."""
LEFT_OUT = ("countries-10m", "airspace-close")
"""Display files that a page leaves out: they alone would fill most of the megabyte."""
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")


def _inlined(value: Any) -> Any:
    """Return the frame's constants with addresses of assets turned into names of parts."""
    if isinstance(value, str):
        return INLINE + value.removeprefix(bundle.ASSETS) if value.startswith(bundle.ASSETS) else value
    if isinstance(value, Mapping):
        return {name: _inlined(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        parts = [_inlined(part) for part in value]
        return [part for part in parts if not (isinstance(part, dict) and _is_left_out(part.get("url", "")))]
    return value


def _is_left_out(address: str) -> bool:
    return address.removeprefix(INLINE).startswith(tuple(f"{name}." for name in LEFT_OUT))


def map_script() -> str:
    """Return Leaflet, the constants and the scripts of the map frame, in the current language."""
    constants = _inlined(bundle.config())
    constants["css"] = _FONT_FACE.sub("", constants["css"])
    constants["page"] = translated(PAGE_TEXT)
    return joined(literal(constants).replace("</", "<\\/"), bundle.SCRIPTS)


def archive(parts: Mapping[str, bytes]) -> str:
    """Return named parts as one gzipped text in base64; `unpack.js` reads it."""
    index = json.dumps([[name, len(data)] for name, data in parts.items()], separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(b"\n".join([index, b"".join(parts.values())]), 9, mtime=0)).decode()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _days(view: Filter, store: Store) -> list[int] | None:
    if not view.has_period:
        return None
    epoch = date(1970, 1, 1)
    pairs = zip(view.period, store.days, strict=True)
    return [edge if day is None else (day - epoch).days for day, edge in pairs]


def page_parts(package: Package, view: Filter, *, pages: str = "") -> dict[str, bytes]:
    """Return what the map of a page fetches, by name.

    All recorded events are on the map's list of points, so that "n of N" is the same as everywhere; only those that the filter lets through
    (its period set aside) bring their words.
    """
    store, events = Store(package), package.events
    timeless = view.replace(period=(None, None), event="")
    hidden = [name for name in TYPES if (view.type and name not in view.type) or name in getattr(view, "not_type", ())]
    mask = filter_mask(package, timeless)
    typeless = timeless.without("type")
    typeless = typeless.without("not_type") if hasattr(view, "not_type") else typeless
    base = filter_mask(package, typeless)
    ids = events["event_id"].to_numpy()
    if typeless.is_active:
        ids_known = ids[base]
    else:
        ids_known, base = ids, np.ones(len(ids), bool)
    settings = {
        "version": store.key,
        "ids": ids.tolist(),
        "types": events["event_type"].tolist(),
        "mask": base64.b64encode(pack_mask(base)).decode() if typeless.is_active else None,
        "hidden": hidden if not mask.all() else [],
        "window": _days(view, store),
        "event": store.index_of(view.event),
        "pages": pages,
    }
    parts = {
        INLINE + "core.bin": store.core.data,
        INLINE + "extra.bin": store.extra.data,
        "page.json": _json(settings),
        "events.json": _json({event_id: details(package, event_id) for event_id in ids_known}),
    }
    for chunk in range(-(-len(events) // bundle.LABEL_CHUNK)):
        parts[f"{INLINE}labels/{chunk}.json"] = store.labels(chunk)
    blobs = {name: blob for name, blob in bundle.base_map_blobs().items() if name not in LEFT_OUT}
    return parts | {INLINE + blob.name: blob.data for blob in blobs.values()}


def page(
    package: Package,
    view: Filter | None = None,
    *,
    url: str = "",
    title: str = "",
    pages: str = "",
    nav: Iterable[tuple[str, str]] = (),
    meta: Iterable[tuple[str, str]] = (),
    links: Iterable[tuple[str, str, str, str]] = (),
) -> bytes:
    """Return the page, in the current language.

    Parameters
    ----------
    package : Package
        The data.
    view : Filter, default all
        What it shows at first; events that the filter leaves out are not in it.
    url : str, default ""
        Address of the app, for the permalink in the credits.
    title : str, default ""
        Own title, shown as typed.
    pages : str, default ""
        Folder with a page for each event, relative; empty: there are none.
    nav, meta, links
        For the static site: links of the page, Open Graph properties, link elements (rel, type, href, title).
    """
    view = view or Filter()
    content = Content(package, Picture(view.replace(event=""), title=title, url=url))
    scripts = [(HERE / "unpack.js").read_text("utf-8"), map_script(), (HERE / "page.js").read_text("utf-8")]
    parts = page_parts(package, view, pages=pages)
    letters = frozenset(
        parts["events.json"].decode() + content.title + content.credits + string.printable + "←–—…’“”·×°′"
    )
    style = web_faces(letters - set(string.whitespace)) + (HERE / "page.css").read_text("utf-8")
    frame_css = _FONT_FACE.sub("", bundle.config()["css"])
    words = tr("Filter: {filter}.").format(filter=filter_words(view)) if view.is_active else ""
    return (
        templates()
        .get_template("page.html")
        .render(
            language=current(),
            no_script=translated(PAGE_TEXT)["noScript"],
            policy=policy(scripts, [style, frame_css]),
            title=content.title,
            description=content.alt_text,
            words=words or content.period,
            count=content.count,
            credits=content.credits,
            style=Markup(style),  # noqa: S704 - our own file
            packed=Markup(archive(parts)),  # noqa: S704 - base64
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own files
            nav=list(nav),
            icon=icon_address(),
            meta=list(meta),
            links=list(links),
        )
        .encode()
    )
