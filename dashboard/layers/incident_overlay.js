/* Around the points: discs of uncertainty, rings of selection and hover, fans of events at one place. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const WORLD_UNITS = 1 << 24, EARTH_PIXELS = 256 / (2 * Math.PI * 6378137); // world pixels at zoom 0 a metre, equator
  const FAN_FROM = 8.5, FAN_EVENTS = 20000;

  frame.IncidentLayer.include({
    /** Radius of uncertainty of an event in CSS pixels of the view: true metres at its latitude. */
    discPixels(i) {
      if (!this._hasExtra()) return 0;
      const stretch = Math.cosh(Math.PI * (1 - (2 * this.data.y(i)) / WORLD_UNITS)); // 1 / cos(latitude)
      return this.extra.radius(i) * stretch * EARTH_PIXELS * Math.pow(2, this._map.getZoom());
    },

    /** Where the record places an event in the image, before fanning out. */
    _home(i) {
      return this._fans && this._fans.has(i) ? this._fans.get(i) : this._at[i];
    },

    drawDiscs() {
      const c = this._discs.getContext("2d");
      c.setTransform(1, 0, 0, 1, 0, 0);
      if (this._discsDrawn) c.clearRect(0, 0, ...this._view);
      this._discsDrawn = false;
      const shown = this.shown;
      if (frame.options.discs === "all" && shown.length && this._hasExtra()) this._strokeDiscs(c, shown);
      if (this._fans) this._strokeFans(c, shown);
      frame.drawn(this._discs, !this._discsDrawn);
    },

    /** The disc of an event in this view, in device pixels; the same object for all events that share it, null outside. */
    _discOf(i) {
      const p = this._home(i);
      if (p < 0) return null;
      const r = this.discPixels(i) * this._ratio, key = p * 8192 + Math.min(8191, Math.round(r));
      if (!this._discAt.has(key)) this._discAt.set(key, { x: this._x(p), y: this._y(p), r, step: -1 });
      return this._discAt.get(key);
    },

    _strokeDiscs(c, shown) {
      const least = this._spriteRadius * this._ratio, known = this._discOfEvent, step = (this._discStep = (this._discStep + 1) | 0);
      c.beginPath();
      for (const i of shown) {
        let disc = known.get(i);
        if (disc === undefined) known.set(i, (disc = this._discOf(i)));
        // The same disc stroked twenty times would look like a heavier one.
        if (!disc || disc.r < least || disc.step === step) continue;
        disc.step = step;
        c.moveTo(disc.x + disc.r, disc.y);
        c.arc(disc.x, disc.y, disc.r, 0, 2 * Math.PI);
        this._discsDrawn = true;
      }
      c.strokeStyle = frame.colors.disc; c.lineWidth = this._ratio;
      c.stroke();
    },

    /** At close zoom, events at one and the same place stand in a ring around it, each tied to it by a line; returns the radius of the largest ring. */
    fan() {
      let widest = 0;
      this._fans = null;
      if (!this._map || this._map.getZoom() < FAN_FROM || this.data.n > FAN_EVENTS) return widest;
      const places = new Map(), { x, y, n } = this.data;
      for (let i = 0; i < n; i++) {
        if (this._at[i] < 0) continue;
        const key = x(i) * WORLD_UNITS + y(i);
        if (places.has(key)) places.get(key).push(i); else places.set(key, [i]);
      }
      this._fans = new Map();
      places.forEach((events) => {
        if (events.length < 2) return;
        const radius = Math.max(18, (events.length * 20) / (2 * Math.PI)) * this._ratio;
        widest = Math.max(widest, radius);
        events.forEach((i, k) => {
          const angle = (2 * Math.PI * k) / events.length - Math.PI / 2, home = this._at[i];
          const px = (home % this._width) + radius * Math.cos(angle), py = Math.floor(home / this._width) + radius * Math.sin(angle);
          const edge = 24 * this._ratio;
          if (px < edge || py < edge || px > this._width - edge || py > this._height - edge) return;
          this._fans.set(i, home);
          this._at[i] = (py | 0) * this._width + (px | 0);
        });
      });
      return widest;
    },

    _strokeFans(c, shown) {
      c.beginPath();
      for (const i of shown) {
        const home = this._fans.get(i), p = this._at[i];
        if (home === undefined) continue;
        c.moveTo(this._x(home), this._y(home));
        c.lineTo(this._x(p), this._y(p));
        this._discsDrawn = true;
      }
      c.strokeStyle = frame.colors.muted; c.lineWidth = this._ratio;
      c.stroke();
    },

    drawOverlay() {
      if (!this._width || this._still) return;
      const c = this._overlay.getContext("2d"), ratio = this._ratio, colors = frame.colors;
      c.setTransform(1, 0, 0, 1, 0, 0);
      if (this._overlayDrawn) c.clearRect(0, 0, ...this._view);
      this._overlayDrawn = false;
      for (const [i, strong] of [[this.hovered, false], [this.selected, true]]) {
        if (i < 0 || i >= this.data.n || this._at[i] < 0) continue;
        const p = this._at[i], home = this._home(i), disc = this.discPixels(i) * ratio;
        this._overlayDrawn = true;
        if (disc > this._spriteRadius * ratio && frame.options.discs !== "off") {
          c.beginPath(); c.arc(this._x(home), this._y(home), disc, 0, 2 * Math.PI);
          c.fillStyle = colors.discFill; c.fill();
          c.strokeStyle = colors.accent; c.lineWidth = (strong ? 1.5 : 1) * ratio; c.stroke();
        }
        for (const [color, line] of [[colors.halo, 5], [colors.accent, strong ? 2.5 : 1.5]]) {
          c.beginPath(); c.arc(this._x(p), this._y(p), (strong ? 15 : 12) * ratio, 0, 2 * Math.PI);
          c.strokeStyle = color; c.lineWidth = line * ratio; c.stroke();
        }
      }
      frame.drawn(this._overlay, !this._overlayDrawn);
    },

    /** Zoom so that the disc of uncertainty of an event fills about half of the view. */
    zoomTo(i) {
      if (i < 0 || i >= this.data.n) return;
      const metres = this.extra ? this.extra.radius(i) : 20000;
      frame.fit(this.latLngOf(i).toBounds(4 * metres), 11);
    },
  });
})();
