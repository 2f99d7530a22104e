"""Run the screens without a browser, and read what they show."""

from __future__ import annotations

import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.server import ROOT

MAIN = ROOT / "dashboard" / "main.py"
MAP, ANALYSIS, DATA, ABOUT = "", "analysis", "data", "about"
SLOWEST_S = 60


def run(page: str = MAP, *, popovers: tuple[str, ...] = (), opened: tuple[str, ...] = (), **params: Any) -> AppTest:
    """Open a page of the app in a new session, with URL parameters; lists give a parameter more than once.

    What is in a popover of the filters exists only while it is open: name those to open, and by their keys other things that open.
    """
    app = AppTest.from_file(MAIN, default_timeout=SLOWEST_S)
    for key in (*(f"pop_{name}" for name in popovers), *opened):
        app.session_state[key] = True
    if page != MAP:
        app.run()  # the pages are known after a first run; an address with parameters opens its own page alone
    for name, value in params.items():
        app.query_params[name] = value
    return app.run() if page == MAP else go(app, page)


def pages(app: AppTest) -> dict[str, str]:
    """Return the pages that the app has registered: address to Streamlit's own name of it."""
    return {info.get("url_pathname", ""): name for name, info in app._registered_pages.items()}


def go(app: AppTest, page: str) -> AppTest:
    """Change to another page of the same session. AppTest.switch_page knows files only, our pages are functions."""
    app._page_hash = pages(app)[page]
    return app.run()


def blocks(app: AppTest) -> list[Any]:
    """Return all blocks of the app, outer before inner."""
    found, left = [], [app._tree]
    while left:
        block = left.pop(0)
        found.append(block)
        left += [child for child in block.children.values() if hasattr(child, "children")]
    return found


def container(app: AppTest, key: str) -> Any | None:
    """Return the container with a key, None when there is none."""
    return next((block for block in blocks(app) if getattr(block, "key", None) == key), None)


def text(place: Any) -> str:
    """Return everything that stands in an app or a block: text, tables, rows, labels of buttons."""
    place = getattr(place, "_tree", place)
    found = []
    for node in place:
        value = getattr(node, "value", None)
        if type(node).__name__ == "Dataframe":
            found.append("\n".join(" | ".join(map(str, row)) for row in value.itertuples(index=False)))
        elif isinstance(value, str):
            found.append(value)
        if getattr(node, "type", "") == "bidi_component":
            found.append(said(_nodes(node)))
        if isinstance(label := getattr(node, "label", None), str):
            found.append(label)
    return "\n".join(found)


def unescaped(label: str) -> str:
    """Return a label without the escapes of Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", label)


def count(app: AppTest) -> tuple[int, int]:
    """Return n and N as the page shows them."""
    n, total = re.search(r"(\d[\d\s,]*) of (\d[\d\s,]*)", text(container(app, "count"))).groups()
    return int(re.sub(r"\D", "", n)), int(re.sub(r"\D", "", total))


def message(app: AppTest) -> Any:
    """Return the message that goes to the map's frame."""
    (element,) = [each for each in app.get("component_instance") if "st_folium" in each.proto.component_name]
    return element.proto


def arguments(app: AppTest) -> dict[str, Any]:
    """Return the arguments of the map's frame."""
    return json.loads(message(app).json_args)


def command(app: AppTest) -> dict[str, Any]:
    """Return the command that the map gets."""
    return json.loads(re.search(r"incidentFrame\.run\((\{.*?\})\);", arguments(app)["feature_group"], re.DOTALL)[1])


POPOVERS = {"where": ("airspace",), "more": ("party", "stance", "resolution")}


def choose(app: AppTest, name: str, words: list[str]) -> AppTest:
    """Set a facet to these words, by whatever widget it has."""
    key, facet = f"filter_{name}", name.removeprefix("not_")
    popover = next((each for each, facets in POPOVERS.items() if facet in facets), facet)
    app.session_state[f"pop_{popover}"] = True
    app.run()
    (widget,) = [each for kind in ("multiselect", "button_group") for each in app.get(kind) if each.key == key]
    return widget.set_value(words).run()


def _nodes(element: Any) -> list[Any]:
    return json.loads(element.proto.json)["nodes"]


def said(node: Any) -> str:
    """Return the text of a node of `dashboard.screens.rows`, or of several."""
    if isinstance(node, str):
        return node
    if isinstance(node, dict):
        return "\n".join(map(said, node["lines"]))
    text_of_element = len(node) > 1 and node[0] in TAGS and isinstance(node[1], str)
    inner = node[2:] if text_of_element else node
    return ("" if text_of_element and node[0] in INLINE else "\n").join(map(said, inner))


INLINE = ("span", "strong", "p", "h2", "h3", "h4")
TAGS = (*INLINE, "div", "ul", "li")


def _lists(app: AppTest) -> dict[str, Any]:
    """Return the elements of rows by their keys."""
    return {each.proto.id.split("-", 2)[2]: each for each in app.get("bidi_component")}


def _rows_in(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node]
    return [row for each in node for row in _rows_in(each)] if isinstance(node, list) else []


def rows(app: AppTest, key: str = "list") -> list[dict[str, Any]]:
    """Return the rows of a list by its key, in their order: that of the events beside the map by default; none where there is no such list."""
    found = _lists(app).get(key)
    return _rows_in(_nodes(found)) if found else []


def row_ids(app: AppTest, key: str = "list") -> list[str]:
    """Return what tells the rows of a list apart: ids of events in most."""
    return [row["row"] for row in rows(app, key)]


def trigger_of(app: AppTest, key: str) -> str:
    """Return Streamlit's own name of what a click in a list sends."""
    return f"$$STREAMLIT_INTERNAL_KEY_{_lists(app)[key].proto.id}__events"


def pick(app: AppTest, row_id: Any, key: str = "list") -> AppTest:
    """Choose a row of a list as a click does."""
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = trigger_of(app, key)
    state.json_trigger_value = json.dumps([{"event": "chosen", "value": row_id}])
    return app._run(states)


def params(app: AppTest) -> dict[str, list[str]]:
    """Return the parameters of the page's address."""
    return {name: value if isinstance(value, list) else [value] for name, value in app.query_params.items()}
