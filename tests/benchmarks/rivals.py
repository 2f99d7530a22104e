"""Pages and scripts of the peers: the same events, the same moving window of half the record, the same kind of dots."""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import folium
import pandas as pd
from folium import plugins
from folium.utilities import JsCode
from playwright.sync_api import Error, Playwright

from tests.benchmarks.packages import AWESOME, DECK, LEAFLET, MOMENT, PLOTLY, UnavailableError, serve
from tests.benchmarks.steps import COUNT_FRAMES, NOW, STEPS, StuckError, Walk, heap_mb, launched, walk
from tests.benchmarks.synthesise import synthetic_events
from tests.browser.opened import LONGEST_MS
from tests.server import Server

PAGE = "http://peer.test/"
LIMIT_S = 150
CENTRE, ZOOM, RADIUS = (55.0, 25.0), 4, 4
RERUNS = 6
WAIT_MS = 60_000


@dataclass(frozen=True)
class Found:
    """What was measured of a peer with n events.

    Attributes
    ----------
    name : str
        The peer.
    n : int
        Number of events.
    walk : Walk or None
        Steps in the browser; None where another window takes a rerun.
    rerun : float or None
        Milliseconds from the click to the other window on the screen.
    heap : float or None
        JavaScript heap over an empty page, MB.
    size : float or None
        Bytes of the gzipped page an event.
    why_not : str
        Reason why nothing was measured.
    """

    name: str
    n: int
    walk: Walk | None = None
    rerun: float | None = None
    heap: float | None = None
    size: float | None = None
    why_not: str = ""


def points(n: int) -> list[list[float]]:
    """Return [lon, lat, ms since 1970] of n synthetic events, oldest first."""
    events = synthetic_events(n)
    start = pd.to_datetime(events["start"], format="ISO8601", utc=True)
    ms = (start - pd.Timestamp(0, tz="UTC")) // pd.Timedelta(milliseconds=1)
    return [
        list(row) for row in zip(events["longitude"].tolist(), events["latitude"].tolist(), ms.tolist(), strict=True)
    ]


def halves(rows: list[list[float]]) -> tuple[float, float, float]:
    """Return first time, half the record's length, and last time."""
    low, high = rows[0][2], rows[-1][2]
    return low, (high - low) / 2, high


def both_ways(times: list[float]) -> float:
    """Return the mean of the medians of two alternating windows: one holds more events than the other.

    A median over both would fall on the fewer events or on the more, by chance.
    """
    return statistics.mean(statistics.median(times[k::2]) for k in range(2))


# ---- pages ------------------------------------------------------------------------------------------------------------
def _map() -> folium.Map:
    return folium.Map(location=CENTRE, zoom_start=ZOOM, tiles=None, prefer_canvas=True)


def _features(rows: list[list[float]], properties: Callable[[float], dict]) -> dict:
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties(ms)}
        for lon, lat, ms in rows
    ]
    return {"type": "FeatureCollection", "features": features}


def timestamped(rows: list[list[float]]) -> str:
    """Return a page with folium's TimestampedGeoJson."""
    low, half, _ = halves(rows)
    style = {"radius": RADIUS, "weight": 1, "fillOpacity": 0.6}
    data = _features(rows, lambda ms: {"times": [ms], "icon": "circle", "iconstyle": style})
    page = _map()
    days = round(half / 864e5)
    plugins.TimestampedGeoJson(data, period="P1D", duration=f"P{days}D", auto_play=False, add_last_point=False).add_to(
        page
    )
    name, at = page.get_name(), f"{low + half} + part * {half}"
    return _with_script(page, f"window.advance = (part) => {name}.timeDimension.setCurrentTime({at});")


def timeline(rows: list[list[float]]) -> str:
    """Return a page with folium's Timeline and TimelineSlider."""
    low, half, _ = halves(rows)
    data = _features(rows, lambda ms: {"start": ms, "end": ms + half})
    page = _map()
    dot = JsCode(f"(feature, at) => L.circleMarker(at, {{radius: {RADIUS}, weight: 1, fillOpacity: 0.6}})")
    layer = plugins.Timeline(data, point_to_layer=dot).add_to(page)
    plugins.TimelineSlider(auto_play=False, show_ticks=False).add_timelines(layer).add_to(page)
    return _with_script(page, f"window.advance = (part) => {layer.get_name()}.setTime({low + half} + part * {half});")


def _with_script(page: folium.Map, script: str) -> str:
    # After the script that folium writes at the end of the page. folium's console.log of each date is the peer's own.
    return page.get_root().render() + f"<script>{script} window.peerReady = true;</script>"


def _html(source: str, script: str) -> str:
    return (
        '<!DOCTYPE html><meta charset="utf-8"><style>html, body, #map { margin: 0; width: 100%; height: 100% }</style>'
        f'<div id="map"></div><script src="{source}"></script><script>{script}</script>'
    )


def plotly(rows: list[list[float]]) -> str:
    """Return a page with plotly's scattermap and a frame for each step, as px.scatter_map(animation_frame=...) writes it."""
    low, half, _ = halves(rows)
    return _html(
        "https://cdn.plot.ly/plotly.min.js",
        f"""const rows = {json.dumps(rows)}, low = {low}, half = {half}, steps = {STEPS};
const trace = (part) => {{
  const from = low + part * half, shown = rows.filter((row) => row[2] >= from && row[2] <= from + half);
  return {{ type: "scattermap", mode: "markers", marker: {{ size: {2 * RADIUS} }}, lon: shown.map((r) => r[0]), lat: shown.map((r) => r[1]) }};
}};
const frames = Array.from({{ length: steps + 1 }}, (_, k) => ({{ name: String(k), data: [trace(k / steps)] }}));
const layout = {{ margin: {{ l: 0, r: 0, t: 0, b: 0 }}, map: {{ style: "white-bg", center: {{ lat: {CENTRE[0]}, lon: {CENTRE[1]} }}, zoom: {ZOOM - 1} }} }};
Plotly.newPlot("map", {{ data: [trace(0)], layout, frames }}).then(() => {{
  const how = {{ mode: "immediate", frame: {{ duration: 0, redraw: true }}, transition: {{ duration: 0 }} }};
  window.advance = (part) => Plotly.animate("map", [String(Math.round(part * steps))], how);
  window.peerReady = true;
}}).catch((err) => {{ window.peerFailed = String(err); }});""",
    )


def deck(rows: list[list[float]]) -> str:
    """Return a page with deck.gl's ScatterplotLayer, filtered by time on the graphics side (DataFilterExtension)."""
    low, half, _ = halves(rows)
    return _html(
        "https://unpkg.com/deck.gl/dist.min.js",
        # 32-bit floats hold days, not milliseconds.
        f"""const rows = {json.dumps(rows)}, low = {low}, half = {half}, day = 864e5;
const filter = new deck.DataFilterExtension({{ filterSize: 1 }});
const layer = (part) => new deck.ScatterplotLayer({{
  id: "events", data: rows, getPosition: (row) => [row[0], row[1]], getFillColor: [200, 30, 0, 150], getRadius: 1, radiusMinPixels: {RADIUS},
  getFilterValue: (row) => (row[2] - low) / day, extensions: [filter],
  filterRange: [(part * half) / day, (part * half + half) / day],
}});
const map = new deck.Deck({{
  parent: document.getElementById("map"), controller: true, layers: [layer(0)],
  initialViewState: {{ latitude: {CENTRE[0]}, longitude: {CENTRE[1]}, zoom: {ZOOM - 1} }},
  onAfterRender: () => {{ window.peerReady = true; }}, onError: (err) => {{ window.peerFailed = String(err); }},
}});
window.advance = (part) => map.setProps({{ layers: [layer(part)] }});""",
    )


# ---- scripts for Streamlit ----------------------------------------------------------------------------------------------
SCRIPT_HEAD = """import json
from pathlib import Path

import streamlit as st

rows = json.loads((Path(__file__).parent / "points.json").read_text())
low, high = rows[0][2], rows[-1][2]
half = (high - low) / 2
if st.button("next"):
    st.session_state.k = st.session_state.get("k", 0) + 1
start = low + (st.session_state.get("k", 0) % 2) * half
shown = [row for row in rows if start <= row[2] <= start + half]
"""
ST_FOLIUM = (
    SCRIPT_HEAD
    + f"""
import folium
from streamlit_folium import st_folium

group = folium.FeatureGroup()
for lon, lat, _ in shown:
    folium.CircleMarker((lat, lon), radius={RADIUS}, weight=1, fill=True).add_to(group)
page = folium.Map(location={CENTRE}, zoom_start={ZOOM}, tiles=None)
st_folium(page, feature_group_to_add=group, returned_objects=[], height=600, width=1000)
"""
)
PYDECK = (
    SCRIPT_HEAD
    + f"""
import pandas as pd
import pydeck

frame = pd.DataFrame(shown, columns=["lon", "lat", "ms"])
layer = pydeck.Layer("ScatterplotLayer", frame, get_position=["lon", "lat"], radius_min_pixels={RADIUS}, get_fill_color=[200, 30, 0, 150])
view = pydeck.ViewState(latitude={CENTRE[0]}, longitude={CENTRE[1]}, zoom={ZOOM - 1})
st.pydeck_chart(pydeck.Deck(layers=[layer], initial_view_state=view, map_provider=None), height=600)
"""
)
# Notes when the number of drawn dots has become what it is: paths of Leaflet, or instances that WebGL was asked to draw.
WATCH_PATHS = f"""(() => {{
  const look = () => {{
    const n = document.querySelectorAll("path.leaflet-interactive").length;
    if (n !== window.dots) Object.assign(window, {{ dots: n, dotsAt: {NOW} }});
    setTimeout(look, 4);
  }};
  look();
}})();"""
WATCH_INSTANCES = f"""(() => {{
  const of = WebGL2RenderingContext.prototype;
  for (const [name, at] of [["drawArraysInstanced", 3], ["drawElementsInstanced", 4]]) {{
    const draw = of[name];
    of[name] = function (...args) {{
      const result = draw.apply(this, args);
      if (args[at] !== window.dots) Object.assign(window, {{ dots: args[at], dotsAt: {NOW} }});
      return result;
    }};
  }}
}})();"""
MARK_CLICK = f"() => document.addEventListener('click', () => {{ window.clickedAt = {NOW}; }}, true)"


# ---- measuring ----------------------------------------------------------------------------------------------------------
def in_browser(
    playwright: Playwright, name: str, page_of: Callable, n: int, needed: tuple[str, ...], *, steps: int = STEPS
) -> Found:
    """Return what stepping a static page through time costs."""
    try:
        with launched(playwright, LIMIT_S) as browser:
            html = page_of(points(n))
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            context.set_default_timeout(LONGEST_MS)
            serve(context, {PAGE: html, PAGE + "empty": "<!DOCTYPE html>"}, needed)
            context.add_init_script(COUNT_FRAMES)
            page = context.new_page()
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(PAGE + "empty")
            empty = heap_mb(page)
            page.goto(PAGE)
            try:
                page.wait_for_function("() => window.peerReady || window.peerFailed", polling=50)
            except Error:
                raise StuckError((errors or ["it did not become ready"])[0].splitlines()[0]) from None
            if failed := page.evaluate("() => window.peerFailed"):
                raise StuckError(failed)
            heap = heap_mb(page) - empty
            result = walk(page, page, steps=steps)
            return Found(name, n, walk=result, heap=heap, size=len(gzip.compress(html.encode())) / n)
    except (UnavailableError, StuckError) as err:
        return Found(name, n, why_not=str(err))
    except Error as err:
        return Found(name, n, why_not=f"browser: {str(err).splitlines()[0]} (limit {LIMIT_S} s)")


def by_rerun(
    playwright: Playwright,
    name: str,
    script: str,
    watch: str,
    n: int,
    *,
    frame: str | None = None,
    reruns: int = RERUNS,
) -> Found:
    """Return the time from a click to the other half of the record on the screen, over Streamlit."""
    rows = points(n)
    low, half, high = halves(rows)
    counts = [sum(start <= row[2] <= start + half for row in rows) for start in (low, high - half)]
    try:
        with tempfile.TemporaryDirectory() as folder, launched(playwright, LIMIT_S) as browser:
            home = Path(folder)
            (home / "points.json").write_text(json.dumps(rows), encoding="utf-8")
            (home / "peer.py").write_text(script, encoding="utf-8")
            server = Server(log=home / "log.txt", script=home / "peer.py").start()
            try:
                context = browser.new_context(viewport={"width": 1440, "height": 900})
                context.set_default_timeout(WAIT_MS)
                serve(context, {}, (LEAFLET, AWESOME) if frame else ())
                context.add_init_script(watch)
                page = context.new_page()
                page.goto(server.url)
                where = page
                if frame:
                    where = page.wait_for_selector(f"iframe[src*={frame}]", state="attached").content_frame()
                    where.wait_for_url(f"**/*{frame}*/**")
                where.wait_for_function("(n) => window.dots === n", arg=counts[0], polling=20)
                page.evaluate(MARK_CLICK)
                times = []
                for k in range(reruns + 1):
                    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
                    page.get_by_role("button", name="next").click()
                    where.wait_for_function("(n) => window.dots === n", arg=counts[(k + 1) % 2], polling=20)
                    times.append(where.evaluate("() => window.dotsAt") - page.evaluate("() => window.clickedAt"))
                return Found(name, n, rerun=both_ways(times[1:]))
            finally:
                server.stop()
    except UnavailableError as err:
        return Found(name, n, why_not=str(err))
    except Error as err:
        return Found(name, n, why_not=f"browser: {str(err).splitlines()[0]} (limit {LIMIT_S} s)")


STATIC = {
    "folium TimestampedGeoJson": (timestamped, (1_000, 10_000, 100_000), (LEAFLET, "leaflet-timedimension@1.1.1")),
    "folium Timeline + TimelineSlider": (
        timeline,
        (1_000, 10_000, 100_000),
        (LEAFLET, "leaflet.timeline@1.6.0", MOMENT),
    ),
    "plotly scatter_map with frames": (plotly, (1_000, 10_000), (PLOTLY,)),
    "deck.gl ScatterplotLayer, DataFilterExtension": (deck, (10_000, 100_000), (DECK,)),
}
OVER_STREAMLIT = {
    "st_folium with CircleMarkers": (ST_FOLIUM, WATCH_PATHS, (300, 1_000), "streamlit_folium"),
    "st.pydeck_chart ScatterplotLayer": (PYDECK, WATCH_INSTANCES, (10_000, 100_000), None),
}


def measure(playwright: Playwright, *, steps: int = STEPS, reruns: int = RERUNS, short: bool = False) -> list[Found]:
    """Return what was measured of every peer; short: at the largest number of events only."""
    found = []
    for name, (script, watch, sizes, frame) in OVER_STREAMLIT.items():
        for n in sizes[-1:] if short else sizes:
            found.append(by_rerun(playwright, name, script, watch, n, frame=frame, reruns=reruns))
    for name, (page_of, sizes, needed) in STATIC.items():
        for n in sizes[-1:] if short else sizes:
            found.append(in_browser(playwright, name, page_of, n, needed, steps=steps))
    return found
