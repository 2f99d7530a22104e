/* Where the map looks: zoom, fit, theatres, full screen, scale in kilometres and nautical miles, position under the pointer. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const ICONS = {
    fit: "M3 3h6v2H5v4H3zM15 3h6v6h-2V5h-4zM3 15h2v4h4v2H3zM19 15h2v6h-6v-2h4zM9 9h6v6H9z",
    event: "M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7zm0 4.5A2.5 2.5 0 1 0 12 11.500a2.500 2.500 0 0 0 0-5z",
    theatre: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4.500 5.500-3 6-6 3 3-6z",
    full: "M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z",
  };
  const NAUTICAL_MILE = 1852; // metres

  /** The largest of 1, 2, 5 times a power of ten that is not above the value. */
  function round(value) {
    const power = Math.pow(10, Math.floor(Math.log10(value)));
    return [5, 2, 1].map((k) => k * power).find((k) => k <= value) || power;
  }

  /** Degrees and minutes with the letter of the hemisphere. */
  function degrees(value, positive, negative) {
    const minutes = Math.round(Math.abs(value) * 60);
    return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′ ${value >= 0 ? positive : negative}`;
  }

  frame.ViewControls = class {
    constructor(layer) {
      this.layer = layer;
      this.map = layer._map;
      this.map.zoomControl = L.control.zoom({ position: "topright", zoomInTitle: text.zoomIn, zoomOutTitle: text.zoomOut }).addTo(this.map);
      this._bar();
      this._scale();
      this.map.on("move zoomend resize", () => this.showScale());
      this.map.on("mousemove", (event) => {
        const { lat, lng } = event.latlng.wrap();
        this.position.textContent = `${degrees(lat, "N", "S")}, ${degrees(lng, "E", "W")}`;
      });
      this.map.on("mouseout", () => { this.position.textContent = ""; });
      layer.onChange((what) => { if (what === "selection" || what === "data") this.buttons.event.disabled = layer.selected < 0; });
    }

    _bar() {
      const bar = L.DomUtil.create("div", "leaflet-bar view-bar");
      const button = (name, action) => {
        const b = L.DomUtil.create("button", "", bar);
        b.type = "button"; b.title = text.views[name];
        b.setAttribute("aria-label", text.views[name]); b.setAttribute("data-testid", `view-${name}`);
        b.innerHTML = `<svg viewBox="0 0 24 24" width="17" height="17" aria-hidden="true"><path fill-rule="evenodd" d="${ICONS[name]}" fill="currentColor"/></svg>`;
        b.addEventListener("click", action);
        return b;
      };
      this.buttons = {
        fit: button("fit", () => this.layer.fitShown()),
        event: button("event", () => this.layer.zoomTo(this.layer.selected)),
        full: button("full", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}))),
      };
      this.buttons.event.disabled = true;
      const select = L.DomUtil.create("select", "view-theatre");
      select.setAttribute("aria-label", text.theatre); select.setAttribute("data-testid", "view-theatre"); select.title = text.theatre;
      select.append(new Option(text.theatre, ""), ...frame.config.theatres.map(([name], k) => new Option(name, String(k))));
      select.addEventListener("change", () => {
        if (select.value !== "") frame.fit(L.latLngBounds(frame.config.theatres[select.value][1]));
        select.value = "";
      });
      const at = (element, position) => {
        const control = L.control({ position });
        control.onAdd = () => { L.DomEvent.disableClickPropagation(element); return element; };
        control.addTo(this.map);
      };
      at(bar, "topright");
      const box = L.DomUtil.create("div", "view-theatre-box");
      box.innerHTML = `<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path fill-rule="evenodd" d="${ICONS.theatre}" fill="currentColor"/></svg>`;
      box.prepend(select);
      at(box, "topright");
      this._place = at;
    }

    _scale() {
      const box = L.DomUtil.create("div", "scale-bars");
      this.position = L.DomUtil.create("div", "scale-position", box);
      this.km = L.DomUtil.create("div", "scale-km", box);
      this.nm = L.DomUtil.create("div", "scale-nm", box);
      box.setAttribute("data-testid", "scale");
      this._place(box, "bottomright");
      this.showScale();
    }

    /** True at the middle of the view: on a Mercator map the scale changes with latitude. */
    showScale() {
      const size = this.map.getSize();
      const [a, b] = [0, 100].map((dx) => this.map.containerPointToLatLng([size.x / 2 + dx - 50, size.y / 2]));
      const metres = this.map.distance(a, b);
      if (!(metres > 0)) return;
      for (const [bar, unit, name] of [[this.km, 1000, "km"], [this.nm, NAUTICAL_MILE, text.nauticalMiles]]) {
        const length = round(metres / unit);
        bar.style.width = `${(100 * length * unit) / metres}px`;
        bar.textContent = `${length >= 1 ? length : length.toPrecision(1)} ${name}`;
      }
    }
  };
})();
