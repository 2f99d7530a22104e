"""The part of the world for which national airspace is known here, and the words for what is nobody's."""

WEST, SOUTH, EAST, NORTH = THEATRE = (-26.0, 31.0, 61.0, 83.0)  # degrees; edges included

HIGH_SEAS = "HIGHSEAS"
DISPUTED = "DISPUTED"
OUTSIDE = "OUTSIDE"

# Water that no state's polygon covers although it lies between two states: what is left of each box is flagged.
GAPS = {
    DISPUTED: (35.0, 45.45, 38.0, 46.8),  # the middle of the Sea of Azov
    "EST/RUS": (26.85, 59.5, 27.9, 59.85),  # Narva Bay; the border treaty of 2014 is not ratified
}
