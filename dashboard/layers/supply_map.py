"""The constant shell of the map of supply lines."""

from __future__ import annotations

from dashboard.language import ENGLISH
from dashboard.layers.base_map import BaseMap
from dashboard.layers.map_labels import MapLabels
from dashboard.layers.scripts import scripts
from dashboard.layers.shell import Shell
from dashboard.layers.supply_legend import SupplyLegend
from dashboard.layers.supply_lines import SupplyLines
from dashboard.layers.view_controls import ViewControls


class SupplyMap(Shell):
    """The world and the supply lines; ``supply_map.js`` takes the commands."""

    def __init__(self, language: str = ENGLISH) -> None:
        super().__init__(*scripts("supply", language))
        for part in (BaseMap(), MapLabels()):
            self.add_child(part)
        layer = SupplyLines()
        self.add_child(layer)
        for part in (ViewControls(), SupplyLegend()):
            layer.add_child(part)
