/* The incidents: points sorted by time, drawn by writing pixels; a time window is a slice of the arrays.
   incident_overlay.js adds discs, rings and fans, incident_pick.js what happens under the pointer. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { unpackCore, unpackExtra, lowerBound, DAY } = frame.packing;
  const WORLD_UNITS = 1 << 24, MARGIN = 28, DISCS_UP_TO = 3000, FULL_UP_TO = 1500, SMALL_UP_TO = 30000, FADES = [0.25, 0.5, 0.75, 1], SIZES = [1, 1.3, 1.65], REST_MS = 2000;
  const NONE = [], BITS = Uint8Array.from({ length: 256 }, (_, byte) => { let n = 0; for (; byte; byte >>= 1) n += byte & 1; return n; });
  const EMPTY = unpackCore(new Uint8Array([65, 73, 77, 49, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).buffer);

  /** Radius of a glyph in CSS pixels: full shapes while they can be told apart, dots beyond. */
  const glyphRadius = (shown, zoom) => (shown <= FULL_UP_TO ? Math.max(4.5, Math.min(7, 3 + zoom / 1.6)) : shown <= SMALL_UP_TO ? 2 : 1);

  frame.IncidentLayer = L.Renderer.extend({
    options: { padding: 0.12, pane: "markerPane" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      Object.assign(this, { data: EMPTY, mask: null, window: [0, 0], visibleCount: 0, selected: -1, hovered: -1, extra: null, hidden: [] });
      Object.assign(this, { kinds: [], _listeners: [], _dirty: [0, 0], _counts: new Uint32Array(32), _at: new Int32Array(0), _discOfEvent: new Map(), _discAt: new Map(), _discStep: 0, shown: [] });
    },

    /** Call fn(what) whenever data, mask, window, types, count or selection have changed. */
    onChange(fn) { this._listeners.push(fn); },
    _changed(what) { this._listeners.forEach((fn) => fn(what)); },

    /** Take events over; `fetchExtra` gives the buffer of the rest once it is wanted. */
    setData(core, fetchExtra) {
      this.data = unpackCore(core);
      Object.assign(this, { extra: null, mask: null, _fetchExtra: fetchExtra, _extraComes: null });
      this.selected = this.hovered = -1;
      this.window = [this.data.firstDay, this.data.lastDay];
      this.kinds = [...new Set(this.data.kind)];
      this._project(); this.draw(); this._changed("data");
    },

    /** Ask once for radius of uncertainty and size class of each event, and draw them when they have come. */
    wantExtra() {
      const data = this.data;
      this._extraComes ||= this._fetchExtra().then((buffer) => {
        if (data !== this.data) return;
        this.extra = unpackExtra(buffer, data.n);
        if (frame.options.sizes) this._sprites = null;
        this.draw();
      });
      return this._extraComes;
    },

    /** Whether radius and size class are here; where not, they are asked for, and drawn when they come. */
    _hasExtra() {
      if (!this.extra && this._fetchExtra) this.wantExtra().catch(() => {}); // the command layer says what failed
      return Boolean(this.extra);
    },

    /** One bit an event, or null for all. */
    setMask(mask) { this.mask = mask; this.draw(); this._changed("mask"); },

    /** Names of the types that the filter leaves out: the legend says so. */
    setHidden(hidden) {
      if (JSON.stringify(hidden) === JSON.stringify(this.hidden)) return;
      this.hidden = hidden;
      this._changed("types");
    },

    /** Show the inclusive UTC days first .. last (days since 1970). */
    setDays(first, last) { this.window = [first, last]; this.draw(); this._changed("window"); },

    /** Show the UTC days from the one of startMs to the one of endMs, both included (milliseconds since 1970). */
    setWindow(startMs, endMs) { this.setDays(Math.floor(startMs / 864e5), Math.floor(endMs / 864e5)); },

    select(index) {
      if (index === this.selected) return;
      this.selected = index;
      this.drawOverlay(); this._changed("selection");
    },

    /** Number of shown events of each type, by position in the table of types. */
    countsByType() { return this._counts; },

    latLngOf(i) {
      const n = Math.PI * (1 - (2 * this.data.y(i)) / WORLD_UNITS);
      return L.latLng((Math.atan(Math.sinh(n)) * 180) / Math.PI, (this.data.x(i) / WORLD_UNITS) * 360 - 180);
    },

    /** First and last but one index of the events that begin inside the window. */
    _slice() {
      const { minutes } = this.data;
      return [lowerBound(minutes, this.window[0] * DAY), lowerBound(minutes, (this.window[1] + 1) * DAY)];
    },

    /** Call fn(index) for each event that begins before the window and reaches into it. */
    _eachReaching(a, b, fn) {
      const { spanIndex, spanEnd } = this.data, mask = this.mask, from = this.window[0] * DAY;
      for (let k = 0; k < spanIndex.length && spanIndex[k] < a; k++) {
        const i = spanIndex[k];
        if (spanEnd[k] > from && i < b && (!mask || (mask[i >> 3] >> (i & 7)) & 1)) fn(i);
      }
    },

    /** Call fn(index) for each event inside filter and window, oldest first. */
    eachShown(fn) {
      const mask = this.mask, [a, b] = this._slice();
      this._eachReaching(a, b, fn);
      if (mask) { for (let i = a; i < b; i++) if ((mask[i >> 3] >> (i & 7)) & 1) fn(i); }
      else for (let i = a; i < b; i++) fn(i);
    },

    /** Number of events inside filter and window, without looking at each. */
    _countShown(a, b) {
      let count = 0;
      this._eachReaching(a, b, () => { count++; });
      if (!this.mask) return count + Math.max(0, b - a);
      for (let i = a; i < b;) {
        if (i & 7 || i + 8 > b) { count += (this.mask[i >> 3] >> (i & 7)) & 1; i++; } else { count += BITS[this.mask[i >> 3]]; i += 8; }
      }
      return count;
    },

    // ---- Leaflet's side -------------------------------------------------------------------------------------------
    _initContainer() {
      this._container = document.createElement("div");
      this._container.setAttribute("aria-hidden", "true");
      [this._discs, this._points, this._overlay] = [0, 1, 2].map(() => frame.addCanvas(this._container));
      this.initPicking();
      frame.onTheme(() => { this._sprites = null; this.draw(); });
      frame.onOptions(() => { this._sprites = null; this.draw(); });
    },

    _destroyContainer() { this._container.remove(); this.endPicking(); },

    _onZoomEnd() {},

    _update() {
      if ((this._map._animatingZoom && this._bounds) || frame.isDrawn(this)) return;
      frame.draws(this);
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      // A frame that is laid out late has no size at first, and no image may be empty.
      const width = Math.max(1, Math.round(size.x * ratio)), height = Math.max(1, Math.round(size.y * ratio));
      Object.assign(this, { _view: [width, height], _ratio: ratio });
      for (const canvas of [this._discs, this._overlay]) this._layOut(canvas, 0, 0, width, height);
      this._project(); this.draw();
    },

    /** Give a canvas its place in the view and its size, in device pixels; it is empty then. */
    _layOut(canvas, left, top, width, height) {
      canvas.width = width; canvas.height = height;
      Object.entries({ left, top, width, height }).forEach(([name, pixels]) => { canvas.style[name] = pixels / this._ratio + "px"; });
    },

    /** Where a position in the image lies in the view, in device pixels. */
    _x(p) { return (p % this._width) + this._left; },
    _y(p) { return ((p / this._width) | 0) + this._top; },

    /** Make the image that is drawn into, and give it back once nothing has been drawn for a while: it takes megabytes. */
    _hold() {
      this._drawnAt = performance.now();
      if (!this._image) {
        this._image = this._points.getContext("2d").createImageData(this._width, this._height);
        this._pixels = new Uint32Array(this._image.data.buffer);
      }
      if (!this._resting) this._resting = setTimeout(() => this._rest(), REST_MS);
    },

    _rest() {
      const left = REST_MS - (performance.now() - this._drawnAt);
      this._resting = left > 0 ? setTimeout(() => this._rest(), left) : 0;
      if (!this._resting) this._image = this._pixels = null;
    },

    /** Position of each event in the image (device pixels, -1: outside), once a view. The image is the part of the view in which events stand:
        what is written at each step of time is often half of the view or less. */
    _project() {
      const { n, x, y } = this.data;
      this._at = new Int32Array(n);
      Object.assign(this, { _discOfEvent: new Map(), _discAt: new Map() });
      if (!this._map || !this._bounds) return;
      const [width, height] = this._view;
      Object.assign(this, { _width: width, _height: height, _left: 0, _top: 0 });
      const scale = (256 * Math.pow(2, this._map.getZoom()) * this._ratio) / WORLD_UNITS;
      const origin = this._map.getPixelOrigin().add(this._bounds.min).multiplyBy(this._ratio);
      const right = width - MARGIN * this._ratio, bottom = height - MARGIN * this._ratio;
      const edge = MARGIN * this._ratio, at = this._at, world = WORLD_UNITS * scale;
      let west = right, east = edge, north = bottom, south = edge;
      for (let i = 0; i < n; i++) {
        let px = x(i) * scale - origin.x;
        if (px < 0) px += world;
        const py = y(i) * scale - origin.y;
        if (px < edge || px >= right || py < edge || py >= bottom) { at[i] = -1; continue; }
        at[i] = (py | 0) * width + (px | 0);
        if (px < west) west = px;
        if (px > east) east = px;
        if (py < north) north = py;
        if (py > south) south = py;
      }
      const reach = edge + this.fan(); // of a glyph, and of a ring of events around their place
      this._crop(Math.max(0, Math.floor(west - reach)), Math.max(0, Math.floor(north - reach)), Math.min(width, Math.ceil(east + reach)), Math.min(height, Math.ceil(south + reach)));
    },

    /** Make the image the part of the view between these edges, and positions those in it; sprites hold the width of the image. */
    _crop(left, top, right, bottom) {
      const full = this._width, width = Math.max(1, right - left), height = Math.max(1, bottom - top), at = this._at;
      const moved = (p) => (((p / full) | 0) - top) * width + (p % full) - left;
      for (let i = 0; i < at.length; i++) if (at[i] >= 0) at[i] = moved(at[i]);
      if (this._fans) this._fans.forEach((home, i) => this._fans.set(i, moved(home)));
      Object.assign(this, { _left: left, _top: top, _width: width, _height: height, _sprites: null, _image: null, _dirty: [0, 0] });
      this._layOut(this._points, left, top, width, height);
    },

    // ---- drawing --------------------------------------------------------------------------------------------------
    /** Sprites for each fade and size class that is in use. */
    _makeSprites(radius) {
      const full = radius >= 4, sizes = full && frame.options.sizes && this._hasExtra() ? SIZES : [1];
      const fades = frame.options.fade ? FADES : [1];
      this._sprites = fades.map((alpha) => sizes.map((size) => frame.glyphs.sprites(this.kinds, radius * size, this._ratio, this._width, alpha)));
      this._spriteRadius = radius;
    },

    /** Draw once what `change` does in several steps. */
    atOnce(change) {
      this._still = true;
      try { change(); } finally { this._still = false; }
      this.draw();
    },

    draw() {
      if (!this._width || this._still) return;
      this._hold();
      const width = this._width, cleared = this._dirty, [a, b] = this._slice(), count = this._countShown(a, b);
      this._pixels.fill(0, cleared[0] * width, cleared[1] * width);
      this._counts.fill(0);
      const radius = glyphRadius(count, this._map.getZoom());
      if (!this._sprites || this._spriteRadius !== radius) this._makeSprites(radius);
      this._extent = [Infinity, -1];
      if (count <= FULL_UP_TO) this._drawFew(); else this._drawMany(count);
      const [low, high] = this._extent, reach = Math.ceil(MARGIN * this._ratio);
      this._dirty = high < 0 ? [0, 0] : [Math.max(0, Math.floor(low / width) - reach), Math.min(this._height, Math.floor(high / width) + reach)];
      const top = Math.min(this._dirty[1] ? this._dirty[0] : cleared[0], cleared[1] ? cleared[0] : this._dirty[0]);
      const bottom = Math.max(this._dirty[1], cleared[1]);
      if (bottom > top) this._points.getContext("2d").putImageData(this._image, 0, 0, 0, top, width, bottom - top);
      frame.drawn(this._points, !this._dirty[1]);
      this.drawDiscs();
      this.drawOverlay();
      if (count !== this.visibleCount) { this.visibleCount = count; this._changed("count"); }
    },

    /** Full or small glyphs, with edges blended, faded and sized as the reader chose. */
    _drawFew() {
      const { kind, minutes } = this.data, at = this._at, pixels = this._pixels, counts = this._counts, shown = this.shown = [];
      const sets = this._sprites, plain = sets.length === 1 && sets[0].length === 1 ? sets[0][0] : null;
      const from = this.window[0] * DAY, fades = sets.length / Math.max(1, (this.window[1] + 1) * DAY - from);
      const classes = sets[0].length > 1 ? this.extra.size : null;
      let [low, high] = this._extent;
      this.eachShown((i) => {
        counts[kind[i] & 31]++;
        shown.push(i);
        const p = at[i];
        if (p < 0) return;
        if (p < low) low = p;
        if (p > high) high = p;
        const sprites = plain || sets[Math.max(0, Math.min(sets.length - 1, ((minutes[i] - from) * fades) | 0))][classes ? classes[i] : 0];
        const { at: offsets, color, edge } = sprites[kind[i]];
        for (let k = 0; k < edge; k++) pixels[p + offsets[k]] = color[k];
        for (let k = edge; k < offsets.length; k++) {
          const q = p + offsets[k], below = pixels[q];
          pixels[q] = below ? blend(below, color[k]) : color[k];
        }
      });
      this._extent = [low, high];
    },

    /** Plain dots, as fast as arrays allow. */
    _drawMany(count) {
      const { kind } = this.data, at = this._at, pixels = this._pixels, counts = this._counts, sprites = this._sprites.at(-1)[0];
      let [low, high] = this._extent;
      this.shown = count <= DISCS_UP_TO ? [] : NONE;
      const tiny = this._spriteRadius < 1.5, width = this._width, colors = new Uint32Array(256);
      this.kinds.forEach((k) => { colors[k] = sprites[k].color[0]; });
      const put = (i) => {
        const k = kind[i], p = at[i];
        counts[k & 31]++;
        if (p < 0) return;
        if (p < low) low = p;
        if (p > high) high = p;
        const color = colors[k];
        if (tiny) { pixels[p] = pixels[p + 1] = pixels[p + width] = pixels[p + width + 1] = color; return; }
        const offsets = sprites[k].at;
        for (let j = 0; j < offsets.length; j++) pixels[p + offsets[j]] = color;
      };
      const collect = this.shown === NONE ? put : (i) => { this.shown.push(i); put(i); };
      this.eachShown(collect);
      this._extent = [low, high];
    },

    // ---- for others ------------------------------------------------------------------------------------------------
    /** Tell Python what the reader did: the event, those under the click, the window, and more. */
    answer(stack = [], more = {}) {
      const full = this.window[0] <= this.data.firstDay && this.window[1] >= this.data.lastDay;
      frame.answer({ version: this.version || "", event: this.selected, stack, window: full ? null : this.window, ...more });
    },

    /** Pan so that an event is in view, above the sheet on phones, without a change of zoom; with a zoom, bring it to the middle at least that close. */
    reveal(i, zoom) {
      if (!(i >= 0 && i < this.data.n)) return;
      const map = this._map, place = this.latLngOf(i), animate = Boolean(frame.touched) && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const covered = frame.covered();
      if (zoom) map.setView(place, Math.max(zoom, map.getZoom()), { animate });
      else if (covered !== null) {
        const { x, y } = map.getSize(), free = L.bounds([30, 50], [x - 60, y - covered - 20]), point = map.latLngToContainerPoint(place);
        if (!free.contains(point)) map.panBy(point.subtract(free.getCenter()), { animate });
        frame.bringUp();
      } else if (!map.getBounds().pad(-0.08).contains(place)) map.panTo(place, { animate });
    },

    /** Show all events of filter and window. */
    fitShown() {
      let [west, south, east, north] = [Infinity, -Infinity, -Infinity, Infinity];
      const { x, y } = this.data;
      this.eachShown((i) => { west = Math.min(west, x(i)); east = Math.max(east, x(i)); north = Math.min(north, y(i)); south = Math.max(south, y(i)); });
      if (west > east) return;
      const corner = (cx, cy) => L.CRS.EPSG3857.pointToLatLng(L.point((cx / WORLD_UNITS) * 256, (cy / WORLD_UNITS) * 256), 0);
      frame.fit(L.latLngBounds(corner(west, south), corner(east, north)), 9);
    },
  });

  /** Mix a glyph's edge pixel (ABGR with alpha) over an already drawn one. */
  function blend(below, above) {
    const a = above >>> 24, b = 255 - a;
    const mix = (shift) => ((((above >>> shift) & 255) * a + ((below >>> shift) & 255) * b) / 255) & 255;
    return ((Math.max(a, below >>> 24) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0)) >>> 0;
  }
})();
