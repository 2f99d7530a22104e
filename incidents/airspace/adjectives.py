"""How the airspace of a state is called in a sentence."""

from geodata import country_names

_ADJECTIVES = {
    "AFG": "Afghan", "ALB": "Albanian", "ARM": "Armenian", "AUT": "Austrian", "AZE": "Azerbaijani", "BEL": "Belgian",
    "BGR": "Bulgarian", "BIH": "Bosnian", "BLR": "Belarusian", "CHE": "Swiss", "CYP": "Cypriot", "CZE": "Czech",
    "DEU": "German", "DNK": "Danish", "DZA": "Algerian", "EGY": "Egyptian", "ESP": "Spanish", "EST": "Estonian",
    "FIN": "Finnish", "FRA": "French", "FRO": "Faroese", "GBR": "British", "GEO": "Georgian", "GRC": "Greek",
    "GRL": "Greenlandic", "HRV": "Croatian", "HUN": "Hungarian", "IRL": "Irish", "IRN": "Iranian", "IRQ": "Iraqi",
    "ISL": "Icelandic", "ISR": "Israeli", "ITA": "Italian", "JOR": "Jordanian", "KAZ": "Kazakh", "LBN": "Lebanese",
    "LBY": "Libyan", "LTU": "Lithuanian", "LVA": "Latvian", "MAR": "Moroccan", "MDA": "Moldovan", "MKD": "North Macedonian",
    "MLT": "Maltese", "MNE": "Montenegrin", "NLD": "Dutch", "NOR": "Norwegian", "POL": "Polish", "PRT": "Portuguese",
    "ROU": "Romanian", "RUS": "Russian", "SAU": "Saudi", "SRB": "Serbian", "SVK": "Slovak", "SVN": "Slovenian",
    "SWE": "Swedish", "SYR": "Syrian", "TUN": "Tunisian", "TUR": "Turkish", "UKR": "Ukrainian", "USA": "American",
}  # fmt: skip


def airspace_of(code: str) -> str:
    """Return "Estonian airspace" for EST; "airspace of Gibraltar" where the table has no adjective."""
    adjective = _ADJECTIVES.get(code)
    return f"{adjective} airspace" if adjective else f"airspace of {country_names().get(code, code).strip()}"


def adjective_of(code: str) -> str | None:
    """Return "Estonian" for EST, None where the table has no adjective."""
    return _ADJECTIVES.get(code)
