"""The constant shell of the map."""

from __future__ import annotations

import folium
from folium.template import Template

from dashboard.layers.airspace_lines import AirspaceLines
from dashboard.layers.area_control import AreaControl
from dashboard.layers.base_map import BaseMap
from dashboard.layers.bundle import ASSETS, map_script
from dashboard.layers.incident_layer import IncidentLayer
from dashboard.layers.legend import Legend
from dashboard.layers.map_labels import MapLabels
from dashboard.layers.time_control import TimeControl
from dashboard.layers.view_controls import ViewControls


class IncidentMap(folium.Map):
    """A folium map that holds no data: base map, incident layer and time control, all fed by URL.

    st_folium tells maps apart by a hash of their script. This script never changes, so filters, periods and selections never
    remount the frame. Make a fresh one each run: rendering alters folium elements.

    No tiles, no third-party scripts: Leaflet comes with our bundle (see ``bundle.py``).
    """

    _template = Template(
        """
        {% macro header(this, kwargs) %}{% endmacro %}
        {% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }}></div>{% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = incidentFrame.createMap({{ this.get_name()|tojson }});
        {% endmacro %}
        """
    )
    default_css = ()

    def __init__(self) -> None:
        super().__init__(tiles=None)
        self._name = "Map"
        self.default_js = [("incident_map", ASSETS + map_script().name)]
        for part in (BaseMap(), AirspaceLines(), MapLabels()):
            self.add_child(part)
        layer = IncidentLayer()
        self.add_child(layer)
        for part in (ViewControls(), AreaControl(), Legend(), TimeControl()):
            layer.add_child(part)
