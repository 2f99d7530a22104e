"""Names on the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class MapLabels(MacroElement):
    """Names of countries, seas and reference places by ``map_labels.js``: by rank, none touching another."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.MapLabels().addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "MapLabels"
