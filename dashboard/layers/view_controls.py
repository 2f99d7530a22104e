"""Controls of where the map looks."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class ViewControls(MacroElement):
    """Zoom, fit, theatres, full screen, scale bars in kilometres and nautical miles, position under the pointer.

    By ``view_controls.js``, for the incident layer it is added to. The scale is true at the middle of the view.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.ViewControls({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "ViewControls"
