"""The incidents on the map."""

from __future__ import annotations

from folium.elements import MacroElement
from folium.template import Template


class IncidentLayer(MacroElement):
    """Events drawn by ``incident_layer.js`` from the packed file (``packing.py``), as pixels of one canvas.

    In the frame ``window.incidentLayer`` offers ``ready`` (a Promise), ``visibleCount``, ``total``, ``setWindow(startMs, endMs)``
    (the UTC days from the one of startMs to the one of endMs, both included), ``pick(event_id)`` (a Promise of whether it
    exists) and ``pointOf(event_id)`` (container pixel, or null).
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = new incidentFrame.IncidentLayer().addTo({{ this._parent.get_name() }});
            incidentFrame.attach({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "IncidentLayer"
