"""What Python says to the map, one line a rerun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium
from folium.elements import MacroElement
from folium.template import Template


class Command(MacroElement):
    """The state that the map shall show, for ``incidentFrame.run`` in ``command.js``.

    Parameters
    ----------
    state : mapping
        Only ids of our own making, numbers and addresses: never text from the data. Keys: ``core``, ``extra``, ``labels``
        (addresses of the packed files), ``version``, ``mask`` (None, ``{"bits": base64}`` or ``{"url": address}``), ``window`` (None
        or two days since 1970, inclusive), ``hidden`` (the types that the filter leaves out), ``area`` and ``near`` (None, or degrees, longitude first; see `incidents.filter_area`; longitude, latitude, kilometres), ``event`` (row of the selected event, -1: none), ``answered`` (nonce of the last
        answer that Python has seen), ``theme`` ("light" or "dark"), ``at`` (None
        or longitude, latitude and zoom to start with), ``picture`` (None, or for the view without controls ``{"aspect": [width, height] or None}``), ``follow`` (None, or for a
        small map without controls the zoom at which a newly selected event is brought to the middle).
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            incidentFrame.run({{ this.state|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, state: Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "Command"
        self.state = dict(state)

    def in_group(self) -> folium.FeatureGroup:
        """Return the feature group that carries this command through st_folium."""
        group = folium.FeatureGroup(name="command")
        group.add_child(self)
        group.render = lambda **_kwargs: ""  # no page, as in `dashboard.layers.shell.Shell`
        return group
