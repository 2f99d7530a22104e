"""Land, coasts, borders and country names under the incidents."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class BaseMap(MacroElement):
    """Countries drawn by ``base_map.js`` from TopoJSON that geodata made; closer scales are fetched when zoomed in.

    An arc shared by two countries is stroked as a border, one used once as a coast, so that no clip box shows. Names are placed
    by rank, a name that would touch another is left out.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.BaseMap().addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "BaseMap"
