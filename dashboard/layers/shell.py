"""What the constant shells of all maps share."""

from __future__ import annotations

from typing import Any

import folium
from folium.template import Template

from dashboard.layers.bundle import ASSETS
from dashboard.layers.packing import Blob


class Shell(folium.Map):
    """A folium map that holds no data: its parts are fed by URL and by one command a rerun.

    st_folium tells maps apart by a hash of their script. The script of a shell never changes, so filters, periods and selections
    never remount the frame. Make a fresh one each run: st_folium alters folium elements.

    No tiles, no third-party scripts: Leaflet comes with our bundle.

    Parameters
    ----------
    *scripts : Blob
        The scripts of the frame, in the order in which they need each other.
    small : bool, default False
        Whether the map stands beside a text, without controls: known from the start, it is laid out and drawn once.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = incidentFrame.createMap({{ this.get_name()|tojson }}, {{ this.small|tojson }});
        {% endmacro %}
        """
    )
    default_css = ()

    def __init__(self, *scripts: Blob, small: bool = False) -> None:
        super().__init__(tiles=None)
        self._name, self.small = "Map", small
        self.default_js = [(script.stem, ASSETS + script.name) for script in scripts]

    def render(self, **_kwargs: Any) -> str:
        """Render no page: st_folium takes scripts from the templates themselves, and compiling a page costs half of a rerun's folium."""
        return ""
