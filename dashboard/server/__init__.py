"""What app.py serves beside the Streamlit page: assets, packed data, the API, headers."""
