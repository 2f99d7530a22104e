"""The supply lines on their map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class SupplyLines(MacroElement):
    """Arcs drawn by ``supply_lines.js`` from a file that the command names: direction by arrowheads, width by class, dashes by status.

    Lines between the same two places are bowed apart, and a line too short to see becomes a loop. In the frame ``window.supplyLayer`` offers
    ``ready`` (a Promise), ``visibleCount``, ``total``, ``pick(flow_id)`` and ``pointOf(flow_id)`` (container pixel of its number, or null).
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.SupplyLines().addTo({{ this._parent.get_name() }});
            incidentFrame.attach({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "SupplyLines"
