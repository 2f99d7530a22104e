"""Derives every boundary file from pinned public packages. Needed by `python -m geodata build` only, never at run time."""
