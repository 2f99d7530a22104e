"""A finished sheet as PNG, SVG or PDF: the same drawing, the same bytes."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

import matplotlib
import numpy as np

from dashboard.press.direction import RIGHT
from dashboard.press.embed_fonts import font_faces
from dashboard.press.sheet import Sheet

SETTINGS = {
    "svg.fonttype": "none",  # real text
    "svg.hashsalt": "airspace",
    "pdf.fonttype": 42,  # TrueType, embedded
    "pdf.compression": 6,
    "path.simplify": False,
    "text.hinting": "none",  # advances as measured, the same at every size
}

_RIGHT_TO_LEFT = re.compile(rf"text-anchor: start(?=[^<>]*>{RIGHT})")
"""Where a line that runs from right to left says which end of it stands at its place: browsers take its direction from there too, not from
the text, and its left end, where matplotlib puts it, is then its end."""


def pixels(sheet: Sheet) -> np.ndarray:
    """Return the drawing as an array of RGBA, shape (height, width, 4)."""
    with matplotlib.rc_context(SETTINGS):
        sheet.figure.canvas.draw()
    return np.asarray(sheet.figure.canvas.buffer_rgba())


def save(sheet: Sheet, form: str, *, title: str, description: str, credits: str, source: str) -> bytes:
    """Return the file.

    Parameters
    ----------
    sheet : Sheet
        The drawing.
    form : str
        "png", "svg" or "pdf".
    title, description, credits, source : str
        Stored in the file: PNG text chunks, SVG title and desc, PDF document information.
    """
    out = io.BytesIO()
    facecolor = sheet.colours["panel"]
    with matplotlib.rc_context(SETTINGS):
        if form == "png":
            chunks = {
                "Title": title,
                "Description": description,
                "Copyright": credits,
                "Source": source,
                "Software": None,
            }
            sheet.figure.savefig(out, format="png", dpi=sheet.dpi, facecolor=facecolor, metadata=chunks)
            return out.getvalue()
        if form == "pdf":
            info = {
                "Title": title,
                "Subject": description,
                "Keywords": source,
                "CreationDate": None,
                "Creator": None,
                "Producer": None,
            }
            sheet.figure.savefig(out, format="pdf", facecolor=facecolor, metadata=info)
            return out.getvalue()
        info = {"Date": None, "Creator": None, "Title": title, "Source": source, "Rights": credits}
        sheet.figure.savefig(out, format="svg", facecolor=facecolor, metadata=info)
    described = f"</title>\n <desc>{escape(description)}</desc>\n <style>{font_faces(sheet.used_letters)}</style>"
    text = _RIGHT_TO_LEFT.sub("text-anchor: end; direction: rtl", out.getvalue().decode())
    text = text.replace("</title>", described, 1)
    return text.replace("<svg ", '<svg role="img" ', 1).encode()
