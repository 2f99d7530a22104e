"""Small pieces of sentences about airspace."""

from incidents.airspace.adjectives import airspace_of

_NOBODYS = {
    "HIGHSEAS": "over the high seas",
    "DISPUTED": "where the status is disputed",
    "OUTSIDE": "beyond the boundaries held here",
}


def km(distance: float) -> str:
    """Return a distance in words: whole kilometres, "less than 1 km" below."""
    distance = abs(distance)
    return "less than 1 km" if distance < 1 else f"{distance:,.0f} km"


def reach(radius_km: float) -> str:
    """Return the radius of an uncertainty disc in words, to 0.1 km."""
    return f"{round(radius_km, 1):,.10g} km"


def where(code: str) -> str:
    """Return "in Estonian airspace" for EST, "over the high seas" for HIGHSEAS."""
    return _NOBODYS.get(code) or f"in {airspace_of(code)}"
