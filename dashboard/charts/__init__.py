"""Charts of the Analysis screen. Altair lives here, Streamlit does not; nothing here is imported before that screen is opened."""
