"""Lines and areas of airspace on the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class AirspaceLines(MacroElement):
    """Seaward limits of national airspace, the occupied area and areas that are not agreed, by ``airspace_lines.js``.

    The 12-nautical-mile limit is a thin line, labelled "12 nm" from zoom 7; the occupied area is hatched, what is not agreed is dashed.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.AirspaceLines().addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "AirspaceLines"
