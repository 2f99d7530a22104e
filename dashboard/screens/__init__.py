"""One file per screen: Streamlit lives here."""
