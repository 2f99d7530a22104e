"""Colours of the map on light and on dark ground: the one table that frame, pictures and pages read."""

from __future__ import annotations

CATEGORIES = ("incident", "response", "statement", "posture")

LIGHT = {
    "sea": "#dfe7ea",
    "land": "#f7f5f0",
    "coast": "#aab6bc",
    "border": "#c9c5ba",
    "label": "#646d72",
    "seaLabel": "#6f8791",
    "place": "#59636a",
    "airspace": "#8d9fa9",
    "airspaceLabel": "#5e7480",
    "hatch": "rgba(90, 70, 60, 0.35)",
    "member": "rgba(15, 94, 120, 0.09)",
    "halo": "#ffffff",
    "disc": "rgba(52, 66, 76, 0.26)",
    "discFill": "rgba(15, 94, 120, 0.13)",
    "accent": "#0f5e78",
    "panel": "#ffffff",
    "line": "#d3dade",
    "text": "#1b2329",
    "muted": "#55636b",
    "hover": "#eef2f4",
    "grid": "#e6eaec",
    "categories": ["#c2410c", "#5d6b75", "#a3afb6", "#ccd4d8"],
    "flows": {"weapons": "#c2410c", "goods": "#0f5e78", "people": "#4f0327"},
}
DARK = {
    "sea": "#0e1418",
    "land": "#222b30",
    "coast": "#48565e",
    "border": "#3d484e",
    "label": "#9aa8b0",
    "seaLabel": "#647a85",
    "place": "#93a1a9",
    "airspace": "#56707e",
    "airspaceLabel": "#8aa3b0",
    "hatch": "rgba(220, 200, 185, 0.28)",
    "member": "rgba(124, 196, 220, 0.12)",
    "halo": "#10171b",
    "disc": "rgba(205, 218, 226, 0.22)",
    "discFill": "rgba(124, 196, 220, 0.15)",
    "accent": "#7cc4dc",
    "panel": "#151c20",
    "line": "#36434a",
    "text": "#e3e9ec",
    "muted": "#a3b0b7",
    "hover": "#222c32",
    "grid": "#242d32",
    "categories": ["#fb8a4b", "#9fb0ba", "#6d7b83", "#48545b"],
    "flows": {"weapons": "#fb8a4b", "goods": "#7cc4dc", "people": "#f6f2ca"},
}
THEMES = {"light": LIGHT, "dark": DARK}


def custom_properties() -> str:
    """Return the single colours as CSS custom properties, dark ones under ``[data-theme=dark]``."""
    blocks = []
    for name, colours in THEMES.items():
        rules = "".join(f"--{key}:{value};" for key, value in colours.items() if isinstance(value, str))
        blocks.append(f':root[data-theme="{name}"]{{{rules}}}')
    return "".join(blocks)
