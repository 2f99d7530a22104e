"""Charts of the screens. Altair lives here, Streamlit does not; nothing here is imported before a screen with charts is opened."""
