"""Where events lie relative to national airspace (12 nautical miles), in figures, in words, and held against what sources say.

Importing this is cheap: geodata's geometry is loaded by the first call.
"""

from incidents.airspace.airspace_words import airspace_words
from incidents.airspace.place_events import place_events

__all__ = ["airspace_words", "place_events"]
