"""The area of the filter on the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class AreaControl(MacroElement):
    """Draws the filter's area and circle, and lets the reader draw a box or corners, or take what the map shows, by ``area_control.js``.

    The answer makes it part of the one filter. Positions are EPSG:4326 degrees, longitude first; only JavaScript turns them round for Leaflet.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.AreaControl({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "AreaControl"
