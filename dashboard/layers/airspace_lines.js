/* Outer limits of national airspace, the occupied area and lines that are not agreed. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const LABEL_FROM = 7, LABEL_EVERY = 420; // zoom; CSS pixels along the line

  frame.AirspaceLines = frame.GroundPart.extend({
    initialize() {
      this._scales = frame.config.airspace.map((scale) => ({ ...scale, lines: null, loading: false }));
      this._load(this._scales[0]);
    },

    _load(scale) {
      if (scale.loading) return;
      scale.loading = true;
      frame.withShapes("airspace", scale.url, (lines) => { scale.lines = lines; this.redraw(); }).catch(() => { scale.loading = false; });
    },

    paint(c, view) {
      const { inWorld, px, colors, zoom } = view;
      this._scales.forEach((scale) => { if (zoom >= scale.minZoom) this._load(scale); });
      const best = this._scales.filter((scale) => scale.lines && zoom >= scale.minZoom).pop();
      if (!best) return;
      const { limits, occupied, uncertain, outer } = best.lines;
      inWorld(() => {
        c.lineJoin = "round";
        if (frame.options.airspace) {
          c.strokeStyle = colors.airspace; c.lineWidth = px(zoom < 6 ? 0.8 : 1.2); c.stroke(limits);
        }
        c.setLineDash([px(5), px(4)]);
        c.strokeStyle = colors.airspace; c.lineWidth = px(1.2); c.stroke(uncertain); c.stroke(occupied);
        c.setLineDash([]);
        c.save(); c.clip(occupied); this._hatch(c, view); c.restore();
      });
      if (frame.options.airspace && zoom >= LABEL_FROM) this._labels(c, view, outer);
    },

    /** Diagonal strokes over the view, inside the clip that is set. */
    _hatch(c, { px, origin, size, scale, colors }) {
      const left = origin.x / scale, top = origin.y / scale, width = size.x / scale, height = size.y / scale, step = px(8);
      c.beginPath();
      for (let x = Math.floor((left - height) / step) * step; x < left + width; x += step) {
        c.moveTo(x, top + height); c.lineTo(x + height, top);
      }
      c.strokeStyle = colors.hatch; c.lineWidth = px(1); c.stroke();
    },

    /** "12 nm" along the outer limits, now and then. */
    _labels(c, { scale, origin, size, colors }, outer) {
      c.font = `11px ${frame.config.font}`; c.textAlign = "center"; c.textBaseline = "middle"; c.lineJoin = "round";
      let since = LABEL_EVERY / 2;
      for (const points of outer) {
        for (let i = 2; i < points.length; i += 2) {
          const x = points[i] * scale - origin.x, y = points[i + 1] * scale - origin.y;
          const px = points[i - 2] * scale - origin.x, py = points[i - 1] * scale - origin.y;
          const inside = x > 0 && x < size.x && y > 0 && y < size.y;
          since += inside ? Math.min(Math.hypot(x - px, y - py), LABEL_EVERY) : 0;
          if (!inside || since < LABEL_EVERY) continue;
          since = 0;
          let angle = Math.atan2(y - py, x - px);
          if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
          c.save(); c.translate((x + px) / 2, (y + py) / 2); c.rotate(angle);
          c.strokeStyle = colors.sea; c.lineWidth = 4; c.strokeText("12 nm", 0, 0);
          c.fillStyle = colors.airspaceLabel; c.fillText("12 nm", 0, 0);
          c.restore();
        }
      }
    },
  });
})();
