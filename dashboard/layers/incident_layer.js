/* The incidents: points sorted by time, drawn by writing pixels; a time window is a slice of the arrays. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { unpackCore, unpackRadius, lowerBound, DAY } = frame.packing;
  const WORLD_UNITS = 1 << 24, EARTH_PIXELS = 256 / (2 * Math.PI * 6378137); // world pixels at zoom 0 a metre, equator
  const DISCS_UP_TO = 3000, HIT_PIXELS = 12, MARGIN = 24;
  const EMPTY = unpackCore(new Uint8Array([65, 73, 77, 49, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).buffer);

  /** Radius of a glyph in CSS pixels: full shapes while they can be told apart, dots beyond. */
  const glyphRadius = (shown, zoom) => (shown <= 1500 ? Math.max(4.5, Math.min(7, 3 + zoom / 1.6)) : shown <= 30000 ? 2 : 1);

  const IncidentLayer = L.Renderer.extend({
    options: { padding: 0.12, pane: "markerPane" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      Object.assign(this, { data: EMPTY, mask: null, window: [0, 0], visibleCount: 0, selected: -1, hovered: -1, radius: null, types: null });
      this._counts = new Uint32Array(32);
      this._listeners = [];
      this._dirty = [0, 0];
    },

    /** Call fn whenever data, mask, window, count or selection have changed. */
    onChange(fn) { this._listeners.push(fn); },
    _changed(what) { this._listeners.forEach((fn) => fn(what)); },

    setData(core, radius) {
      this.data = unpackCore(core);
      this.radius = radius ? unpackRadius(radius) : null;
      this.mask = null; this.selected = this.hovered = -1;
      this.window = [this.data.firstDay, this.data.lastDay];
      this.kinds = [...new Set(this.data.kind)];
      this._sprites = null;
      this._project(); this.draw(); this._changed("data");
    },

    setRadius(buffer) { this.radius = unpackRadius(buffer); this.draw(); },

    /** One bit an event, or null for all. */
    setMask(mask) { this.mask = mask; this.draw(); this._changed("mask"); },

    /** Names of the types that the filter lets through, or null for all. */
    setTypes(types) {
      if (JSON.stringify(types) === JSON.stringify(this.types)) return;
      this.types = types;
      this._changed("types");
    },

    /** Number of shown events of each type, by position in the table of types. */
    countsByType() { return this._counts; },

    /** Show the inclusive UTC days first .. last (days since 1970). */
    setDays(first, last) {
      this.window = [first, last];
      this.draw();
      this._changed("window");
    },

    /** Show the UTC days from the one of startMs to the one of endMs, both included (milliseconds since 1970). */
    setWindow(startMs, endMs) { this.setDays(Math.floor(startMs / 864e5), Math.floor(endMs / 864e5)); },

    select(index) {
      if (index === this.selected) return;
      this.selected = index;
      this._drawOverlay(); this._changed("selection");
    },

    latLngOf(i) {
      const n = Math.PI * (1 - (2 * this.data.y[i]) / WORLD_UNITS);
      return L.latLng((Math.atan(Math.sinh(n)) * 180) / Math.PI, (this.data.x[i] / WORLD_UNITS) * 360 - 180);
    },

    /** Is the event inside filter and window? */
    shows(i) {
      const { minutes, spanIndex, spanEnd } = this.data, [first, last] = this.window;
      if (i < 0 || i >= this.data.n || (this.mask && !((this.mask[i >> 3] >> (i & 7)) & 1))) return false;
      if (minutes[i] >= (last + 1) * DAY) return false;
      if (minutes[i] >= first * DAY) return true;
      const k = lowerBound(spanIndex, i);
      return spanIndex[k] === i && spanEnd[k] > first * DAY;
    },

    /** Call fn(index) for each event inside filter and window, oldest first. */
    eachShown(fn) {
      const { minutes, spanIndex, spanEnd } = this.data, mask = this.mask;
      const from = this.window[0] * DAY, a = lowerBound(minutes, from), b = lowerBound(minutes, (this.window[1] + 1) * DAY);
      for (let k = 0; k < spanIndex.length && spanIndex[k] < a; k++) {
        const i = spanIndex[k];
        if (spanEnd[k] > from && i < b && (!mask || (mask[i >> 3] >> (i & 7)) & 1)) fn(i);
      }
      if (mask) { for (let i = a; i < b; i++) if ((mask[i >> 3] >> (i & 7)) & 1) fn(i); }
      else for (let i = a; i < b; i++) fn(i);
    },

    // ---- Leaflet's side -------------------------------------------------------------------------------------------
    _initContainer() {
      this._container = document.createElement("div");
      this._container.setAttribute("aria-hidden", "true");
      [this._discs, this._points, this._overlay] = [0, 1, 2].map(() => {
        const canvas = document.createElement("canvas");
        canvas.style.position = "absolute";
        this._container.append(canvas);
        return canvas;
      });
      this._tip = L.DomUtil.create("div", "incident-tip", this._map.getContainer());
      this._tip.setAttribute("role", "tooltip");
      this._map.on("click", this._onClick, this).on("mousemove", this._onMove, this).on("mouseout", () => this._hover(-1));
      frame.onTheme(() => { this._sprites = null; this.draw(); });
      frame.onOptions((name) => { if (name === "discs") this.draw(); });
    },

    _destroyContainer() { this._container.remove(); this._tip.remove(); this._map.off("click", this._onClick, this); },

    _onZoomEnd() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
      for (const canvas of [this._discs, this._points, this._overlay]) {
        canvas.width = width; canvas.height = height;
        canvas.style.width = size.x + "px"; canvas.style.height = size.y + "px";
      }
      Object.assign(this, { _width: width, _height: height, _ratio: ratio, _sprites: null, _dirty: [0, height] });
      this._image = this._points.getContext("2d").createImageData(width, height);
      this._pixels = new Uint32Array(this._image.data.buffer);
      this._project(); this.draw();
    },

    /** Position of each event in the image (device pixels, -1: outside), once a view. */
    _project() {
      const { n, x, y } = this.data;
      this._at = new Int32Array(n);
      if (!this._map || !this._bounds) return;
      const scale = (256 * Math.pow(2, this._map.getZoom()) * this._ratio) / WORLD_UNITS;
      const origin = this._map.getPixelOrigin().add(this._bounds.min).multiplyBy(this._ratio);
      const width = this._width, right = width - MARGIN * this._ratio, bottom = this._height - MARGIN * this._ratio;
      const edge = MARGIN * this._ratio, at = this._at, world = WORLD_UNITS * scale;
      for (let i = 0; i < n; i++) {
        let px = x[i] * scale - origin.x;
        if (px < 0) px += world;
        const py = y[i] * scale - origin.y;
        at[i] = px >= edge && px < right && py >= edge && py < bottom ? (py | 0) * width + (px | 0) : -1;
      }
    },

    // ---- drawing --------------------------------------------------------------------------------------------------
    draw() {
      if (!this._image) return;
      const at = this._at, kind = this.data.kind, pixels = this._pixels, width = this._width;
      pixels.fill(0, this._dirty[0] * width, this._dirty[1] * width);
      const cleared = this._dirty;
      let count = 0, low = Infinity, high = -1;
      const shown = [], counts = this._counts.fill(0);
      this.eachShown((i) => { counts[kind[i] & 31]++; if (count++ < DISCS_UP_TO) shown.push(i); });
      const radius = glyphRadius(count, this._map.getZoom());
      if (!this._sprites || this._spriteRadius !== radius) {
        this._sprites = frame.glyphs.sprites(this.kinds || [], radius, this._ratio, width);
        this._spriteRadius = radius;
      }
      const sprites = this._sprites;
      const put = (i) => {
        const p = at[i];
        if (p < 0) return;
        if (p < low) low = p;
        if (p > high) high = p;
        const { opaque, edge } = sprites[kind[i]];
        for (let k = 0; k < opaque.at.length; k++) pixels[p + opaque.at[k]] = opaque.color[k];
        for (let k = 0; k < edge.at.length; k++) {
          const q = p + edge.at[k], below = pixels[q], color = edge.color[k];
          pixels[q] = below ? blend(below, color) : color;
        }
      };
      if (count <= DISCS_UP_TO) shown.forEach(put); else this.eachShown(put);
      const reach = Math.ceil(MARGIN * this._ratio);
      this._dirty = high < 0 ? [0, 0] : [Math.max(0, Math.floor(low / width) - reach), Math.min(this._height, Math.floor(high / width) + reach)];
      const top = Math.min(this._dirty[1] ? this._dirty[0] : cleared[0], cleared[1] ? cleared[0] : this._dirty[0]);
      const bottom = Math.max(this._dirty[1], cleared[1]);
      if (bottom > top) this._points.getContext("2d").putImageData(this._image, 0, 0, 0, top, width, bottom - top);
      this._drawDiscs(count <= DISCS_UP_TO && frame.options.discs ? shown : []);
      this._drawOverlay();
      if (count !== this.visibleCount) { this.visibleCount = count; this._changed("count"); }
    },

    /** Radius of uncertainty of an event in CSS pixels of the view: true metres at its latitude. */
    discPixels(i) {
      if (!this.radius) return 0;
      const stretch = Math.cosh(Math.PI * (1 - (2 * this.data.y[i]) / WORLD_UNITS)); // 1 / cos(latitude)
      return this.radius[i] * stretch * EARTH_PIXELS * Math.pow(2, this._map.getZoom());
    },

    _drawDiscs(shown) {
      const c = this._discs.getContext("2d"), width = this._width, ratio = this._ratio;
      c.setTransform(1, 0, 0, 1, 0, 0);
      if (this._discsDrawn) c.clearRect(0, 0, width, this._height);
      this._discsDrawn = false;
      if (!this.radius) return;
      c.beginPath();
      for (const i of shown) {
        const p = this._at[i];
        if (p < 0) continue;
        const r = this.discPixels(i) * ratio;
        if (r < this._spriteRadius * ratio) continue;
        const x = p % width, y = (p / width) | 0;
        c.moveTo(x + r, y);
        c.arc(x, y, r, 0, 2 * Math.PI);
        this._discsDrawn = true;
      }
      c.strokeStyle = frame.colors.disc; c.lineWidth = ratio;
      c.stroke();
    },

    _drawOverlay() {
      if (!this._image) return;
      const c = this._overlay.getContext("2d"), width = this._width, ratio = this._ratio;
      c.setTransform(1, 0, 0, 1, 0, 0);
      if (this._overlayDrawn) c.clearRect(0, 0, width, this._height);
      this._overlayDrawn = false;
      for (const [i, strong] of [[this.hovered, false], [this.selected, true]]) {
        if (i < 0 || i >= this.data.n || this._at[i] < 0) continue;
        const x = this._at[i] % width, y = (this._at[i] / width) | 0, colors = frame.colors;
        const disc = this.discPixels(i) * ratio;
        this._overlayDrawn = true;
        if (disc > this._spriteRadius * ratio) {
          c.beginPath(); c.arc(x, y, disc, 0, 2 * Math.PI);
          c.fillStyle = colors.discFill; c.fill();
          c.strokeStyle = colors.accent; c.lineWidth = (strong ? 1.5 : 1) * ratio; c.stroke();
        }
        const ring = (strong ? 15 : 12) * ratio;
        for (const [color, line] of [[colors.halo, 5], [colors.accent, strong ? 2.5 : 1.5]]) {
          c.beginPath(); c.arc(x, y, ring, 0, 2 * Math.PI);
          c.strokeStyle = color; c.lineWidth = line * ratio; c.stroke();
        }
      }
    },

    // ---- picking --------------------------------------------------------------------------------------------------
    /** Shown events within reach of a container pixel, nearest first. */
    at(point, reach = HIT_PIXELS) {
      if (!this._image) return [];
      const p = this._map.containerPointToLayerPoint(point).subtract(this._bounds.min).multiplyBy(this._ratio);
      const limit = Math.pow(reach * this._ratio, 2), width = this._width, found = [];
      this.eachShown((i) => {
        const q = this._at[i];
        if (q < 0) return;
        const dx = (q % width) - p.x, dy = ((q / width) | 0) - p.y, d = dx * dx + dy * dy;
        if (d <= limit) found.push([d, -i]);
      });
      return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => -i);
    },

    _onClick(event) {
      const touch = event.originalEvent && event.originalEvent.pointerType === "touch";
      const found = this.at(event.containerPoint, touch ? 20 : HIT_PIXELS);
      if (!found.length && this.selected < 0) return;
      this.choose(found.length ? found[0] : -1, found);
    },

    /** Select an event as the reader would, and say so. */
    choose(index, stack = [index]) {
      this.select(index);
      this.answer(stack.slice(0, 50));
    },

    answer(stack = [], more = {}) {
      const full = this.window[0] <= this.data.firstDay && this.window[1] >= this.data.lastDay;
      frame.answer({ version: this.version || "", event: this.selected, stack, window: full ? null : this.window, ...more });
    },

    _onMove(event) {
      if (this._moveFrame) return;
      this._moveFrame = requestAnimationFrame(() => {
        this._moveFrame = 0;
        const found = this.at(event.containerPoint);
        this._hover(found.length ? found[0] : -1, event.containerPoint, found.length);
      });
    },

    _hover(index, point, many) {
      const container = this._map.getContainer();
      container.style.cursor = index >= 0 ? "pointer" : "";
      if (index !== this.hovered) { this.hovered = index; this._drawOverlay(); }
      this._tip.style.display = index >= 0 ? "block" : "none";
      if (index < 0) return;
      this._tip.style.transform = `translate(${Math.min(point.x + 14, container.clientWidth - 250)}px, ${point.y + 14}px)`;
      frame.labels.get(index).then((label) => {
        if (this.hovered !== index || !label) return;
        this._tip.replaceChildren(...[label.title, `${label.when} · ${label.place}`, many > 1 ? `${many} events here` : ""].filter(Boolean).map((text, k) => {
          const line = document.createElement(k ? "span" : "strong");
          line.textContent = text;
          return line;
        }));
      });
    },

    /** Container pixel of an event whose id is known to the page, or null. */
    pointOf(eventId) {
      const i = frame.labels.indexOf(eventId);
      return i < 0 ? null : this._map.latLngToContainerPoint(this.latLngOf(i));
    },

    /** Select an event by its id, as a click would; resolves to whether there is such an event. */
    async pick(eventId) {
      const i = await frame.labels.find(eventId);
      if (i < 0) return false;
      this.reveal(i);
      this.choose(i);
      return true;
    },

    /** Pan so that an event is in view, without a change of zoom. */
    reveal(i) {
      if (i >= 0 && i < this.data.n && !this._map.getBounds().pad(-0.08).contains(this.latLngOf(i))) this._map.panTo(this.latLngOf(i));
    },
  });

  /** Mix a glyph's edge pixel (ABGR with alpha) over an already drawn one. */
  function blend(below, above) {
    const a = above >>> 24, b = 255 - a;
    const mix = (shift) => ((((above >>> shift) & 255) * a + ((below >>> shift) & 255) * b) / 255) & 255;
    return ((Math.max(a, below >>> 24) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0)) >>> 0;
  }

  frame.IncidentLayer = IncidentLayer;
})();
