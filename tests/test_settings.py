"""Settings hold wherever the app is started from."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_settings_hold_from_any_folder():
    """Streamlit also looks beside the script: what it finds there are the settings of the repository."""
    beside = ROOT / "dashboard" / ".streamlit" / "config.toml"
    assert beside.read_bytes() == (ROOT / ".streamlit" / "config.toml").read_bytes()


def test_nothing_is_counted_or_told():
    """No usage statistics, no error details for visitors, no look-up of our address outside."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert settings["client"]["showErrorDetails"] == "none"
