"""The legend of the supply lines."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class SupplyLegend(MacroElement):
    """What colours, dashes and widths mean, by ``supply_legend.js``."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.SupplyLegend({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "SupplyLegend"
