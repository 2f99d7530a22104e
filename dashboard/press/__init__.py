"""What leaves the house: pictures, a page in one file, a static site, citations. No Streamlit, no folium."""
