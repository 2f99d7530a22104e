"""How it looks: the Streamlit app, the folium layers and the press pictures."""
