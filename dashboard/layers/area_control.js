/* The filter's area and circle on the map, and the tools to draw one: a box by dragging, corners by clicking, or what the map shows. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text.area;
  const ICON = "M3 3h4v1.500h10V3h4v4h-1.500v10H21v4h-4v-1.500H7V21H3v-4h1.500V7H3zM6.500 7v10H7v.500h10V17h.500V7H17v-.500H7V7z";
  const STEPS = 24, CLOSE_PIXELS = 12, TOUCH_PIXELS = 24, DRAG_PIXELS = 4, DIGITS = 4, MOST_CORNERS = 60;
  const EARTH_KM = 6371.0088;

  /** Corners, longitude first, as points for Leaflet; edges are straight in degrees, which on a Mercator map is a curve. */
  function ringOf(area) {
    const [w, s, e, n] = area, flat = area.length === 4 ? [w, s, e, s, e, n, w, n] : area, ring = [];
    for (let k = 0; k < flat.length; k += 2) {
      const next = (k + 2) % flat.length;
      for (let i = 0; i < STEPS; i++) {
        const t = i / STEPS;
        ring.push([flat[k + 1] + t * (flat[next + 1] - flat[k + 1]), flat[k] + t * (flat[next] - flat[k])]);
      }
    }
    return ring;
  }

  /** Points at a distance around a place, on a sphere: within 0.5 % of the ellipsoid that the filter measures on. */
  function circleOf([lon, lat, km]) {
    const rad = Math.PI / 180, d = km / EARTH_KM, phi = lat * rad, ring = [];
    for (let k = 0; k < 128; k++) {
      const bearing = (k / 128) * 2 * Math.PI;
      const psi = Math.asin(Math.sin(phi) * Math.cos(d) + Math.cos(phi) * Math.sin(d) * Math.cos(bearing));
      const turn = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(phi), Math.cos(d) - Math.sin(phi) * Math.sin(psi));
      ring.push([Math.max(-85, Math.min(85, psi / rad)), lon + turn / rad]);
    }
    return ring;
  }

  const tidy = (value, limit) => Number(Math.max(-limit, Math.min(limit, value)).toFixed(DIGITS));

  frame.AreaControl = class {
    constructor(layer) {
      this.layer = layer;
      this.map = layer._map;
      this.shapes = L.layerGroup().addTo(this.map);
      this.preview = L.polygon([], { interactive: false, className: "area-shape area-preview" });
      this.corners = L.layerGroup();
      this._bar();
      this._pad();
      frame.showArea = (area, near) => this.show(area, near);
    }

    /** Draw what the filter holds. */
    show(area, near) {
      const what = JSON.stringify([area, near]);
      if (what === this.shown) return;
      this.shown = what;
      this.shapes.clearLayers();
      for (const ring of [area && area.length ? ringOf(area) : null, near ? circleOf(near) : null]) {
        if (ring) this.shapes.addLayer(L.polygon(ring, { interactive: false, className: "area-shape" }));
      }
      this.buttons.clear.disabled = !this.shapes.getLayers().length;
      this.toggle.classList.toggle("is-set", !this.buttons.clear.disabled);
    }

    _bar() {
      const box = L.DomUtil.create("div", "area-box"), bar = L.DomUtil.create("div", "leaflet-bar view-bar", box);
      this.toggle = L.DomUtil.create("button", "", bar);
      this.toggle.type = "button"; this.toggle.title = text.open;
      this.toggle.setAttribute("aria-label", text.open); this.toggle.setAttribute("aria-expanded", "false"); this.toggle.setAttribute("data-testid", "area-open");
      this.toggle.innerHTML = `<svg viewBox="0 0 24 24" width="17" height="17" aria-hidden="true"><path fill-rule="evenodd" d="${ICON}" fill="currentColor"/></svg>`;
      // While something is drawn the button ends it: a finger has no Escape.
      this.toggle.addEventListener("click", () => (this.pad.hidden ? this.open(this.menu.hidden) : this.stop()));
      this.menu = L.DomUtil.create("div", "area-menu", box);
      this.menu.setAttribute("role", "group"); this.menu.setAttribute("aria-label", text.open);
      this.buttons = {};
      const actions = { box: () => this.draw("box"), corners: () => this.draw("corners"), view: () => this.useView(), clear: () => this.finish([]) };
      Object.entries(actions).forEach(([name, action]) => {
        const b = this.buttons[name] = L.DomUtil.create("button", "", this.menu);
        b.type = "button"; b.textContent = text[name]; b.setAttribute("data-testid", `area-${name}`);
        b.addEventListener("click", action);
      });
      this.buttons.clear.disabled = true;
      this.menu.hidden = true;
      box.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || this.menu.hidden) return;
        this.open(false); this.toggle.focus(); event.stopPropagation();
      });
      // A tap on the menu also moves the mouse there: what lies beneath is not meant.
      box.addEventListener("mousemove", (event) => { event.stopPropagation(); this.layer._hover(-1); });
      const control = L.control({ position: "topright" });
      control.onAdd = () => { L.DomEvent.disableClickPropagation(box); return box; };
      control.addTo(this.map);
    }

    open(on) {
      this.menu.hidden = !on;
      this.toggle.setAttribute("aria-expanded", String(on));
    }

    // ---- drawing ---------------------------------------------------------------------------------------------------
    /** A sheet over the map that takes the pointer while something is drawn; the wheel still zooms. */
    _pad() {
      const pad = this.pad = L.DomUtil.create("div", "area-pad", this.map.getContainer());
      pad.hidden = true; pad.tabIndex = -1; pad.setAttribute("data-testid", "area-pad"); pad.setAttribute("role", "application");
      this.hint = L.DomUtil.create("p", "area-hint", pad);
      this.hint.setAttribute("role", "status");
      L.DomEvent.disableClickPropagation(pad);
      pad.addEventListener("mousemove", (event) => event.stopPropagation());
      pad.addEventListener("pointerdown", (event) => this._down(event));
      pad.addEventListener("pointermove", (event) => this._moved(event));
      pad.addEventListener("pointerup", (event) => this._up(event));
      pad.addEventListener("keydown", (event) => this._key(event));
    }

    draw(kind) {
      Object.assign(this, { kind, points: [], from: null });
      this.open(false);
      this.hint.textContent = text[kind + (matchMedia("(pointer: coarse)").matches ? "Touch" : "Hint")];
      this.pad.setAttribute("aria-label", this.hint.textContent);
      this.pad.hidden = false; this.pad.focus({ preventScroll: true });
      this.preview.setLatLngs([]).addTo(this.map); this.corners.clearLayers().addTo(this.map);
      this.toggle.setAttribute("aria-pressed", "true");
    }

    stop() {
      this.pad.hidden = true;
      this.preview.remove(); this.corners.remove();
      this.toggle.removeAttribute("aria-pressed");
      this.toggle.focus({ preventScroll: true });
    }

    _at(event) {
      const { lat, lng } = this.map.mouseEventToLatLng(event);
      return [tidy(lng, 180), tidy(lat, 85)];
    }

    _down(event) {
      if (event.button) return;
      this.from = { x: event.clientX, y: event.clientY, at: this._at(event) };
      if (this.kind === "box") this.pad.setPointerCapture(event.pointerId);
    }

    _moved(event) {
      const at = this._at(event);
      if (this.kind === "box") { if (this.from) this.preview.setLatLngs(ringOf(this._box(at))); }
      else if (this.points.length) this._line(at);
    }

    _up(event) {
      if (!this.from || event.button) return;
      const dragged = Math.hypot(event.clientX - this.from.x, event.clientY - this.from.y) > DRAG_PIXELS, at = this._at(event);
      if (this.kind === "box") {
        const box = this._box(at);
        this.from = null;
        if (dragged && box[0] < box[2] && box[1] < box[3]) this.finish(box); else this.preview.setLatLngs([]);
        return;
      }
      this.from = null;
      if (this.points.length > 2 && this._isFirst(event)) this.finish(this.points.flat());
      else { this.points.push(at); this._line(at); if (this.points.length === MOST_CORNERS) this.finish(this.points.flat()); }
    }

    _box([lon, lat]) {
      const [x, y] = this.from.at;
      return [Math.min(x, lon), Math.min(y, lat), Math.max(x, lon), Math.max(y, lat)];
    }

    _line(at) {
      const ring = [...this.points, at].map(([lon, lat]) => [lat, lon]);
      this.preview.setLatLngs(ring);
      if (this.corners.getLayers().length === this.points.length) return;
      this.corners.clearLayers();
      this.points.forEach((_, k) => this.corners.addLayer(L.circleMarker(ring[k], { interactive: false, radius: k ? 3.5 : 6, className: "area-corner" })));
    }

    _isFirst(event) {
      const [lon, lat] = this.points[0], first = this.map.latLngToContainerPoint([lat, lon]);
      return first.distanceTo(this.map.mouseEventToContainerPoint(event)) <= (event.pointerType === "touch" ? TOUCH_PIXELS : CLOSE_PIXELS);
    }

    _key(event) {
      if (event.key === "Escape") this.stop();
      else if (event.key === "Enter" && this.points.length > 2) this.finish(this.points.flat());
      else if (event.key === "Backspace" && this.points.length) { this.points.pop(); this._line(this.points.at(-1) || [0, 0]); if (!this.points.length) { this.preview.setLatLngs([]); this.corners.clearLayers(); } }
      else return;
      event.preventDefault(); event.stopPropagation();
    }

    // ---- answers ---------------------------------------------------------------------------------------------------
    /** Take what the map shows as the area. */
    useView() {
      const bounds = this.map.getBounds();
      this.finish([tidy(bounds.getWest(), 180), tidy(bounds.getSouth(), 85), tidy(bounds.getEast(), 180), tidy(bounds.getNorth(), 85)]);
    }

    /** Make this the filter's area; an empty one takes area and circle away. */
    finish(area) {
      if (!this.pad.hidden) this.stop();
      this.open(false);
      this.show(area, null);
      this.layer.answer([], { area });
    }
  };
})();
