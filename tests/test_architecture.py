"""The house: which part may import which, how long files are, how they are named. Each check is shown to fail on a bad tree."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("geodata", "incidents", "dashboard")
LAYER_CLASSES = ("base_map", "incident_layer", "incident_map", "time_control", "command")
# What all maps inherit has no script of its own: each map brings one.
BASE_CLASSES = {"shell"}
LONGEST_APP, LONGEST_MODULE = 60, 200

MAY_IMPORT = {
    # part of the house: parts of ours it may import (itself is always allowed)
    "seeds": (),
    "geodata": (),
    "incidents": ("geodata",),
    "dashboard": ("incidents", "geodata"),
}
MAY_IMPORT_INSIDE = {
    # part of dashboard/: parts it may never import
    "dashboard.layers": ("dashboard.screens", "dashboard.main", "dashboard.app", "dashboard.server", "dashboard.press"),
    "dashboard.press": ("dashboard.screens", "dashboard.main", "dashboard.app", "dashboard.server"),
    "dashboard.charts": ("dashboard.screens", "dashboard.main", "dashboard.app", "dashboard.server"),
    "dashboard.server": ("dashboard.screens", "dashboard.main", "dashboard.app"),
    "dashboard.screens": ("dashboard.main", "dashboard.app"),
    "dashboard.main": ("dashboard.app",),
}
STREAMLIT_LIVES_IN = ("dashboard.app", "dashboard.main", "dashboard.screens", "dashboard.layers.bundle")
FOLIUM_LIVES_IN = ("dashboard.layers",)
ALTAIR_LIVES_IN = ("dashboard.charts",)
FONT_FINDER = "dashboard.layers.bundle"
"""May look up where Streamlit keeps its font, and nothing else of Streamlit."""

LONG_WITH_REASON = {
    "incidents.check_columns": "one check a kind of column, all in one table of kinds",
    "incidents.tables": "a declaration of eight tables, one column a line",
}
"""Modules over 200 lines, each with its reason."""


# ---- reading ---------------------------------------------------------------------------------------------------------
def modules(root: Path) -> dict[str, Path]:
    """Return the Python files of the house by their dotted names."""
    found = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path) -> set[str]:
    """Return the dotted names that a file imports, also inside functions; `from a import b` counts as a.b."""
    found = set()
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{start}.{alias.name}" for alias in node.names}
    return found


def within(name: str, *parts: str) -> bool:
    """Tell whether a dotted name is one of the parts or lies in one."""
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def class_name(stem: str) -> str:
    """Return the class that a file of a layer holds: base_map, BaseMap."""
    return "".join(word.title() for word in stem.split("_"))


# ---- checks: each returns what is wrong ------------------------------------------------------------------------------
def wrong_arrows(root: Path) -> list[str]:
    """Return imports against seeds <- geodata <- incidents <- dashboard and layers, press <- screens <- main."""
    wrong = []
    for name, path in modules(root).items():
        home = name.split(".")[0]
        for target in sorted(imports(name, path)):
            part = target.split(".")[0]
            against = part in MAY_IMPORT and part != home and part not in MAY_IMPORT[home]
            against |= any(within(name, a) and within(target, *bs) for a, bs in MAY_IMPORT_INSIDE.items())
            if against:
                wrong.append(f"{name} imports {target}")
    return wrong


def strayed(root: Path, library: str, homes: tuple[str, ...]) -> list[str]:
    """Return modules outside `homes` that import a library."""
    return [
        name
        for name, path in modules(root).items()
        if not within(name, *homes) and any(within(target, library) for target in imports(name, path))
    ]


def streamlit_used(path: Path) -> set[str]:
    """Return the attributes of the name `streamlit` that a file uses, and `import` forms other than the plain one."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "streamlit":
            used.add(node.attr)
        elif isinstance(node, ast.ImportFrom) and within(node.module or "", "streamlit"):
            used.add(f"from {node.module}")
        elif isinstance(node, ast.Import):
            used |= {f"import {a.name} as {a.asname}" for a in node.names if within(a.name, "streamlit") and a.asname}
    return used


def taken_names(root: Path) -> list[str]:
    """Return files right in dashboard/, which lies on sys.path, that carry the name of an importable module."""
    taken = set(sys.stdlib_module_names) | set(packages_distributions()) - set(PACKAGES) - {"tests"}
    entries = [path for path in (root / "dashboard").iterdir() if path.suffix == ".py" or path.is_dir()]
    return [path.name for path in entries if path.stem in taken]


def too_long(root: Path) -> list[str]:
    """Return modules over 200 lines without a reason, and an app.py over 60."""
    found = []
    for name, path in modules(root).items():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if name == "dashboard.app" and lines > LONGEST_APP:
            found.append(f"{name}: {lines} lines, at most {LONGEST_APP}")
        elif lines > LONGEST_MODULE and name not in LONG_WITH_REASON:
            found.append(f"{name}: {lines} lines, at most {LONGEST_MODULE} without a reason in LONG_WITH_REASON")
    return found


def without_script(root: Path) -> list[str]:
    """Return layers (the five of the contract and all that import folium) without one class and JavaScript of their name."""
    folder, found = root / "dashboard" / "layers", []
    more = {path.stem for path in folder.glob("*.py") if any(within(name, "folium") for name in imports("x", path))}
    for stem in sorted((more | set(LAYER_CLASSES)) - BASE_CLASSES):
        wanted = class_name(stem)
        path = folder / f"{stem}.py"
        if not path.exists() or not (folder / f"{stem}.js").exists():
            found.append(f"{stem}: .py or .js is missing")
            continue
        classes = [node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ClassDef)]
        if classes != [wanted]:
            found.append(f"{stem}: holds {classes}, not just {wanted}")
    return found


# ---- the house as it is ----------------------------------------------------------------------------------------------
def test_imports_run_one_way():
    """No module imports against the arrows of the house."""
    assert wrong_arrows(ROOT) == []


@pytest.mark.parametrize(
    ("library", "homes"), [("streamlit", STREAMLIT_LIVES_IN), ("folium", FOLIUM_LIVES_IN), ("altair", ALTAIR_LIVES_IN)]
)
def test_libraries_stay_at_home(library, homes):
    """Streamlit, folium and Altair are imported only where they live."""
    assert strayed(ROOT, library, homes) == []


def test_the_layers_use_only_streamlits_place():
    """The bundle asks Streamlit for nothing but the folder of its files."""
    assert streamlit_used(modules(ROOT)[FONT_FINDER]) <= {"__file__"}


def test_no_file_takes_a_known_name():
    """No file on sys.path hides a module of Python or of a dependency."""
    assert taken_names(ROOT) == []


def test_modules_are_short():
    """A module passes 200 lines only with a reason; app.py keeps to 60."""
    assert too_long(ROOT) == []


def test_reasons_are_in_use():
    """Every reason for a long module belongs to a module that exists."""
    assert set(LONG_WITH_REASON) <= set(modules(ROOT))


def test_each_layer_has_its_script():
    """Each layer is one class with its JavaScript beside it under the same name."""
    assert without_script(ROOT) == []


# ---- the checks can fail ---------------------------------------------------------------------------------------------
GOOD_TREE = {
    "geodata/__init__.py": "import json\n",
    "incidents/__init__.py": "import geodata\n",
    "dashboard/__init__.py": "",
    "dashboard/app.py": "import streamlit as st\nfrom dashboard.server import api\n",
    "dashboard/main.py": "import streamlit as st\nfrom dashboard.screens import map\n",
    "dashboard/store.py": "from incidents import x\nfrom dashboard.layers.bundle import y\n",
    "dashboard/server/__init__.py": "",
    "dashboard/server/api.py": "from dashboard.store import store\n",
    "dashboard/screens/__init__.py": "",
    "dashboard/screens/map.py": "import streamlit as st\nfrom dashboard.layers.base_map import BaseMap\n",
    "dashboard/layers/__init__.py": "",
    "dashboard/layers/bundle.py": "import streamlit\nwhere = streamlit.__file__\n",
} | {
    f"dashboard/layers/{stem}.{suffix}": text
    for stem in LAYER_CLASSES
    for suffix, text in (("py", f"import folium\n\n\nclass {class_name(stem)}:\n    pass\n"), ("js", ""))
}

ALL_CHECKS = {
    "arrows": wrong_arrows,
    "streamlit": lambda root: strayed(root, "streamlit", STREAMLIT_LIVES_IN),
    "folium": lambda root: strayed(root, "folium", FOLIUM_LIVES_IN),
    "altair": lambda root: strayed(root, "altair", ALTAIR_LIVES_IN),
    "font": lambda root: sorted(streamlit_used(modules(root)[FONT_FINDER]) - {"__file__"}),
    "names": taken_names,
    "length": too_long,
    "scripts": without_script,
}

OFFENCES = [
    # check, file, its text (None: the file is missing)
    ("arrows", "geodata/land.py", "from incidents import Filter\n"),
    ("arrows", "geodata/land.py", "import dashboard.words\n"),
    ("arrows", "incidents/show.py", "def late():\n    from dashboard import words\n"),
    ("arrows", "dashboard/layers/pane.py", "from dashboard.screens import view\n"),
    ("arrows", "dashboard/layers/pane.py", "from ..screens import view\n"),
    ("arrows", "dashboard/press/image.py", "from dashboard.screens.view import current\n"),
    ("arrows", "dashboard/server/pages.py", "import dashboard.screens.map\n"),
    ("arrows", "dashboard/layers/pane.py", "from dashboard.server import api\n"),
    ("arrows", "dashboard/screens/other.py", "from dashboard import main\n"),
    ("streamlit", "dashboard/words.py", "import streamlit as st\n"),
    ("streamlit", "dashboard/server/late.py", "def f():\n    from streamlit.web import server\n"),
    ("streamlit", "incidents/cached.py", "from streamlit import cache_data\n"),
    ("folium", "dashboard/screens/markers.py", "from folium.plugins import MarkerCluster\n"),
    ("folium", "incidents/map.py", "import folium\n"),
    ("arrows", "dashboard/charts/bars.py", "from dashboard.screens import view\n"),
    ("altair", "dashboard/screens/bars.py", "def late():\n    import altair as alt\n"),
    ("font", "dashboard/layers/bundle.py", "import streamlit\nstreamlit.write('x')\n"),
    ("font", "dashboard/layers/bundle.py", "import streamlit as st\nst.write('x')\n"),
    ("font", "dashboard/layers/bundle.py", "from streamlit import cache_data\n"),
    ("names", "dashboard/html.py", ""),
    ("names", "dashboard/folium.py", ""),
    ("names", "dashboard/logging/__init__.py", ""),
    ("length", "dashboard/app.py", "import streamlit\n" * 61),
    ("length", "dashboard/words.py", "x = 1\n" * 201),
    ("scripts", "dashboard/layers/base_map.js", None),
    ("scripts", "dashboard/layers/command.py", "class Command:\n    pass\n\n\nclass Other:\n    pass\n"),
    ("scripts", "dashboard/layers/legend.py", "import folium\n\n\nclass Legend:\n    pass\n"),
    ("scripts", "dashboard/layers/time_control.py", "class Clock:\n    pass\n"),
]


@pytest.fixture
def tree(tmp_path):
    """A small house that keeps all rules."""
    for name, text in GOOD_TREE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("check", ALL_CHECKS)
def test_a_good_tree_passes(tree, check):
    """A tree that keeps the rules is not blamed."""
    assert ALL_CHECKS[check](tree) == []


@pytest.mark.parametrize(("check", "name", "text"), OFFENCES)
def test_an_offence_is_found(tree, check, name, text):
    """Each check fails on a tree that breaks its rule."""
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    assert len(ALL_CHECKS[check](tree)) >= 1


def test_every_check_has_an_offence():
    """No check is without a proof that it can fail."""
    assert {check for check, *_ in OFFENCES} == set(ALL_CHECKS)
