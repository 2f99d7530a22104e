/* The clean view (embed=true), for screenshots and for frames in other pages: fitted to what it shows, still, and it tells its height. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const SHARE = 0.62, LOWEST = 280, HIGHEST = 720, EDGE = 12, MOSTLY = 0.7; // of the width; pixels; of the events
  const THEATRE = [[31, -26], [83, 61]]; // latitude, longitude; as dashboard/press/view.py
  const outside = document.createElement("p");
  let layer = null, told = 0, shape = null, asked = false;

  /** Show all events of a view that is filtered, or the selected event with its surroundings, or the whole flank. */
  function fit() {
    if (frame.touched || asked) return;
    const alone = layer.selected >= 0 && layer.visibleCount < 2;
    if (!alone && layer.visibleCount && layer.visibleCount < layer.data.n) fitMost();
    else if (layer.selected >= 0) layer.zoomTo(layer.selected);
    else frame.fit(L.latLngBounds(frame.config.home));
  }

  /** The title counts all events of the view: say how many of them this part of the earth does not show. */
  function tellOutside() {
    const seen = frame.map.getBounds();
    let n = 0;
    layer.eachShown((i) => { if (!seen.contains(layer.latLngOf(i))) n++; });
    outside.textContent = n ? frame.config.text.outside.replace("{n}", n) : "";
  }

  /** Where most of the events lie around home, a few far ones (a statement in New York) do not shrink it all. */
  function fitMost() {
    const home = L.latLngBounds(THEATRE), near = [];
    layer.eachShown((i) => { const place = layer.latLngOf(i); if (home.contains(place)) near.push(place); });
    if (layer.selected >= 0) near.push(layer.latLngOf(layer.selected));
    if (near.length >= MOSTLY * layer.visibleCount) frame.fit(L.latLngBounds(near), 9);
    else layer.fitShown();
  }

  /** On narrow frames the legend is a strip under the map. */
  function strip() {
    const legend = document.querySelector(".legend");
    const under = window.innerWidth < frame.config.legendFrom;
    document.documentElement.classList.toggle("strip", under);
    document.documentElement.style.setProperty("--strip", under ? `${legend.offsetHeight}px` : "0px");
    return under ? legend.querySelector(".legend-body").scrollHeight : 0;
  }

  /** Tell the page around how tall this view wants to be, in CSS pixels; it depends on the width alone. */
  function tell() {
    const under = strip();
    let page, host, height;
    try {
      page = window.parent; host = page.parent;
      const wide = page.innerWidth, top = window.frameElement.getBoundingClientRect().top + page.scrollY;
      height = shape ? (wide * shape[1]) / shape[0] : top + Math.min(HIGHEST, Math.max(LOWEST, SHARE * wide)) + under + EDGE;
    } catch { return; } // a page of another origin: nothing to measure
    if (host === page || Math.round(height) === told) return;
    told = Math.round(height);
    host.postMessage({ type: "airspace-incidents:height", height: told }, "*");
  }

  /** Called when data has arrived, before anybody hears that the map is ready. */
  frame.picture = (command, incidentLayer) => {
    if (!command.picture || layer) return;
    layer = incidentLayer; shape = command.picture.aspect; asked = Boolean(command.at);
    frame.still = true;
    for (const way of ["scrollWheelZoom", "keyboard"]) frame.map[way].disable();
    tell();
    frame.map.invalidateSize({ animate: false, pan: false });
    outside.className = "picture-outside";
    document.querySelector(".legend").append(outside);
    frame.map.on("moveend", tellOutside);
    layer.onChange((what) => { if (what === "count") tellOutside(); });
    fit();
    tellOutside();
    frame.map.on("resize", () => { tell(); fit(); });
  };
})();
