"""Where events lie relative to national airspace (12 nautical miles), in figures, in words, and held against what sources say.

Importing this is cheap: geodata's geometry is loaded by the first call.
"""

from incidents.airspace.airspace_problems import airspace_problems
from incidents.airspace.airspace_words import airspace_words
from incidents.airspace.compare_airspace import compare_airspace
from incidents.airspace.finding import Finding
from incidents.airspace.place_events import place_events

__all__ = ["Finding", "airspace_problems", "airspace_words", "compare_airspace", "place_events"]
