"""Compares freshly derived files with the committed ones."""

import json
from pathlib import Path

from geodata.build.write import MANIFEST, made_with


def differences(fresh: Path, kept: Path) -> list[str]:
    """Return one line for each file that differs between two folders, and one that tells why it may; else nothing."""
    new, old = _read(fresh), _read(kept)
    faults = [f"{name}: {fault}" for name in sorted(new | old) if (fault := _fault(new, old, name))]
    if faults and MANIFEST in old:
        kept_with, here = json.loads(old[MANIFEST]).get("made_with", {}), made_with()
        other = [
            f"{name} {kept_with.get(name)} there, {here[name]} here"
            for name in here
            if kept_with.get(name) != here[name]
        ]
        if other:
            faults.append(
                f"the committed files were made with other versions ({'; '.join(other)}): last digits may differ"
            )
    return faults


def _read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


def _fault(new: dict[str, bytes], old: dict[str, bytes], name: str) -> str:
    if name not in old:
        return "the recipe makes it, geodata/derived does not have it; run python -m geodata build"
    if name not in new:
        return "the recipe does not make it; delete it or extend geodata/build/recipe.py"
    return "" if new[name] == old[name] else "differs from what the recipe makes; run python -m geodata build"
