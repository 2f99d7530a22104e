"""The frame of a component listens to our own page alone."""

from __future__ import annotations

from starlette.types import Scope

COMPONENTS = "/component/"
GUARD = """<script>
addEventListener("message", (event) => {
  if (event.source !== parent || event.origin !== location.origin) event.stopImmediatePropagation();
}, true);
</script>"""
"""Stands before the component's own script, so it hears each message first. st_folium runs the script that the first message brings, and asks
neither who sent it nor from where: a foreign page that frames or opens ours could send one before ours does, and it would run in our origin."""


def in_head(scope: Scope) -> str:
    """Return what the head of a page gets: the guard in frames of components, nothing elsewhere."""
    return GUARD if COMPONENTS in scope["path"] else ""
