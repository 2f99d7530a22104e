"""The time control under the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class TimeControl(MacroElement):
    """Histogram, a window with two handles, play, step, speed and the count, for the incident layer it is added to.

    It moves the drawing without a rerun; on release the layer answers Python with the window.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.TimeControl({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "TimeControl"
