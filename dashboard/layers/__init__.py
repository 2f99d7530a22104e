"""One folium class per file, its JavaScript beside it with the same name."""
