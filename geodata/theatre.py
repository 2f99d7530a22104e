"""The part of the world for which national airspace is known here."""

WEST, SOUTH, EAST, NORTH = THEATRE = (-26.0, 31.0, 61.0, 83.0)  # degrees; edges included
AZOV = (35.0, 45.45, 38.0, 46.8)  # what no airspace covers in this box is the middle of the Sea of Azov
HIGH_SEAS = "HIGHSEAS"
DISPUTED = "DISPUTED"
OUTSIDE = "OUTSIDE"
