"""The constant shell of the map of incidents."""

from __future__ import annotations

from dashboard.language import ENGLISH
from dashboard.layers.airspace_lines import AirspaceLines
from dashboard.layers.area_control import AreaControl
from dashboard.layers.base_map import BaseMap
from dashboard.layers.incident_layer import IncidentLayer
from dashboard.layers.legend import Legend
from dashboard.layers.map_labels import MapLabels
from dashboard.layers.scripts import scripts
from dashboard.layers.shell import Shell
from dashboard.layers.time_control import TimeControl
from dashboard.layers.view_controls import ViewControls


class IncidentMap(Shell):
    """Base map, incident layer, legend and time control; `small` as in `Shell`."""

    def __init__(self, language: str = ENGLISH, *, small: bool = False) -> None:
        super().__init__(*scripts("map", language), small=small)
        for part in (BaseMap(), AirspaceLines(), MapLabels()):
            self.add_child(part)
        layer = IncidentLayer()
        self.add_child(layer)
        for part in (ViewControls(), AreaControl(), Legend(), TimeControl()):
            layer.add_child(part)
