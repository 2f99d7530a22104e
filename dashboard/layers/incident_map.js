/* The frame of the map: theme, answers to Streamlit, creation of the Leaflet map.
   Everything else in this folder hangs itself onto window.incidentFrame. */
(function () {
  "use strict";
  const config = window.incidentConfig;
  const themeListeners = [], optionListeners = [];
  const prefersDark = window.matchMedia ? window.matchMedia("(prefers-color-scheme: dark)").matches : false;
  const LONGEST_WAIT_MS = 1500, LONGEST_PAINT_MS = 250;
  // As in dashboard/screens/style.css: on phones the panel is a sheet over the lower part of the page, below Streamlit's bar.
  const PHONE = "(max-width: 640px)", SHEET = 0.46, BAR_PIXELS = 60;
  let nonce = 0, later = [];

  const frame = {
    config,
    theme: prefersDark ? "dark" : "light",
    /** Colours of the current theme. */
    get colors() { return config.palette[frame.theme]; },
    /** Call fn now and at each change of theme. */
    onTheme(fn) { themeListeners.push(fn); fn(frame.theme); },
    setTheme(theme) {
      if ((theme !== "light" && theme !== "dark") || theme === frame.theme) return;
      document.documentElement.dataset.theme = frame.theme = theme;
      themeListeners.forEach((fn) => fn(theme));
    },
    /** A file's bytes, to be read only: from our page, which keeps them for the next map (fetched.js), elsewhere from the server. */
    getBuffer(url) {
      try {
        const { airspaceFetched } = window.parent;
        if (airspaceFetched) return airspaceFetched(new URL(url, document.baseURI).href);
      } catch { /* a page of another origin */ }
      return fetch(url).then((response) => {
        if (!response.ok) throw new Error(`${response.status} for ${url}`);
        return response.arrayBuffer();
      });
    },
    /** What reads shapes (topology.js): our page's, which keeps them for the next map, elsewhere our own. */
    get shapes() {
      try { return window.parent.airspaceShapes || window.airspaceShapes; } catch { return window.airspaceShapes; }
    },
    /** Call draw with the shapes of a file: at once where they have been read before, otherwise after the events. */
    async withShapes(kind, url, draw) {
      const { shapes } = frame, { href } = new URL(url, document.baseURI);
      if (shapes.kept(kind, href)) { draw(shapes.kept(kind, href)); return; }
      const buffer = await frame.getBuffer(url);
      frame.afterData(() => draw(shapes.kept(kind, href) || shapes.read(kind, href, buffer)));
    },
    getJson(url) { return frame.getBuffer(url).then((buffer) => JSON.parse(new TextDecoder().decode(buffer))); },
    /** What the reader chose to see besides the incidents. */
    options: { ...config.options },
    onOptions(fn) { optionListeners.push(fn); },
    setOption(name, value) { frame.options[name] = value; optionListeners.forEach((fn) => fn(name)); },
    /** Tell Python (or a standalone page) what the reader did; on release or click only. */
    answer(value) {
      nonce = Math.max(nonce + 1, Date.now());
      frame.sent = { nonce, at: performance.now() };
      const message = { ...value, nonce };
      if (window.Streamlit && window.parent !== window) window.Streamlit.setComponentValue(message);
      else window.dispatchEvent(new CustomEvent("incident-answer", { detail: message }));
    },
    /** Show an area, beside the legend where that is open: it covers the west. */
    fit(bounds, maxZoom, options = {}) {
      // Leaflet drops a new view while it is still zooming to the last one.
      if (frame.map._animatingZoom) { frame.map.once("zoomend", () => setTimeout(() => frame.fit(bounds, maxZoom, options))); return; }
      const legend = document.querySelector(".legend-body");
      const open = legend ? !legend.hidden : window.innerWidth >= config.legendFrom;
      const reduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches, edge = frame.still ? 26 : 0;
      frame.map.fitBounds(bounds, { maxZoom, paddingTopLeft: [(open && window.innerWidth >= config.legendFrom ? 230 : 0) + edge, edge], paddingBottomRight: [edge, edge], animate: !reduced && !frame.still, ...options });
    },
    /** Pixels at the foot of the map that a selected event's sheet covers once the map is brought up; null where there is no sheet. */
    covered() {
      try {
        const page = window.parent, { classList } = document.documentElement;
        if (!window.Streamlit || page === window || classList.contains("picture") || classList.contains("small")) return null;
        return page.matchMedia(PHONE).matches ? Math.max(0, frame.map.getSize().y + BAR_PIXELS - page.innerHeight * (1 - SHEET)) : null;
      } catch { return null; }
    },
    /** Scroll the page so that the map begins at its top. */
    bringUp() {
      const reduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (window.frameElement) window.frameElement.scrollIntoView({ block: "start", behavior: reduced ? "auto" : "smooth" });
    },
    /** Keep "at" (longitude, latitude, zoom) in the page's address, once the reader has moved the map. */
    showPosition() {
      if (!frame.touched || window.parent === window) return;
      const { lat, lng } = frame.map.getCenter();
      frame.position = [lng.toFixed(4), lat.toFixed(4), frame.map.getZoom()].join(",");
      try {
        const page = window.parent, url = new URL(page.location.href);
        if (url.searchParams.get("at") === frame.position) return;
        url.searchParams.set("at", frame.position);
        page.history.replaceState(page.history.state, "", url.search.replaceAll("%2C", ",") + url.hash);
      } catch { /* a page of another origin: its address is not ours */ }
    },
    /** Show a message over the map, with a way out; without text it goes away. */
    notice(text, retry) {
      let box = document.querySelector(".incident-notice");
      if (!text) { if (box) box.remove(); return; }
      if (!box) { box = document.createElement("div"); box.className = "incident-notice"; box.setAttribute("role", "alert"); document.body.append(box); }
      const line = document.createElement("p"), button = document.createElement("button");
      line.textContent = text;
      button.type = "button"; button.textContent = config.text.retry;
      button.addEventListener("click", () => { frame.notice(""); retry(); });
      box.replaceChildren(line, button);
    },
    sent: { nonce: 0, at: -Infinity },
    /** Call fn once the events are drawn (or will not come soon): they go before land and names. */
    afterData(fn) { if (later) later.push(fn); else fn(); },
    dataDrawn() {
      const waiting = later || [];
      later = null;
      // Not before the events are on the screen; a frame that is not shown paints nothing and waits for nothing.
      const go = () => waiting.splice(0).forEach((fn) => fn());
      requestAnimationFrame(() => setTimeout(go));
      setTimeout(go, LONGEST_PAINT_MS);
    },
    /** Make the map; a small one, beside a text, goes without controls. */
    createMap(id, small = false) {
      document.documentElement.classList.toggle("small", small);
      const map = L.map(id, {
        minZoom: config.minZoom || 2.5, maxZoom: config.maxZoom || 13, zoomSnap: 0.25, zoomDelta: 0.75, wheelPxPerZoomLevel: 110,
        maxBounds: [[-60, -175], [85, 195]], maxBoundsViscosity: 0.8,
        zoomControl: false, attributionControl: false, trackResize: false,
      });
      const element = map.getContainer();
      element.setAttribute("role", "application");
      element.setAttribute("aria-label", config.text.mapLabel);
      L.control.attribution({ position: "bottomleft", prefix: false }).addAttribution(config.text.credit).addTo(map);
      frame.map = map;
      map.on("moveend", () => frame.showPosition());
      for (const sign of ["mousedown", "wheel", "keydown", "touchstart", "change"]) window.addEventListener(sign, () => { frame.touched = true; }, { capture: true, passive: true });
      frame.fit(L.latLngBounds(config.home), undefined, { animate: false });
      // The middle stays the middle, and the next frame shows it: Leaflet's own answer to a resize (trackResize) would draw 200 ms later.
      new ResizeObserver(() => {
        if (!element.clientHeight) return; // another map takes its place: it is not drawn once more
        const laidOut = !map.getSize().y;
        frame.resizing = true;
        try { map.invalidateSize({ animate: false, pan: !laidOut }); } finally { frame.resizing = false; }
        if (laidOut && !frame.touched) frame.fit(L.latLngBounds(config.home), undefined, { animate: false });
      }).observe(element);
      return map;
    },
  };

  document.documentElement.dataset.theme = frame.theme;
  document.documentElement.lang = config.lang;
  // Not in the head: st_folium writes all of it anew after our script, and what stands there is read a second time.
  const style = new CSSStyleSheet();
  style.replaceSync(config.css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

  // Streamlit sends the theme with each render message, also when only the theme has changed.
  window.addEventListener("message", (message) => {
    if (message.source !== window.parent || !message.data || message.data.type !== "streamlit:render") return;
    const theme = message.data.theme;
    if (theme && theme.base) frame.setTheme(theme.base);
  });

  window.incidentFrame = frame;
  setTimeout(frame.dataDrawn, LONGEST_WAIT_MS);
})();
