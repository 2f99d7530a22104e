"""The legend in the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class Legend(MacroElement):
    """Types with their glyphs and counts, marks of status and precision, and what else can be shown, by ``legend.js``.

    A click on a type hides or shows it: the answer makes it part of the one filter.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.Legend({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "Legend"
