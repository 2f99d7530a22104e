"""Charts of the screens. Altair lives here, Streamlit does not; nothing here is imported before a screen with charts is opened, or by `dashboard.warm`."""

from altair.utils import schemapi

# Each part of a chart would be checked against the schema as it is made, which takes as long as all else; the whole chart still is.
schemapi.disable_debug_mode()
