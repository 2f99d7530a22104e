/* Names of countries, seas and reference places: by rank, and one that would touch another is left out. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const MARKS = { air_base: "▲", airport: "✈", capital: "■", town: "•" };
  let countries = [], clear = [];
  const layers = [];

  /** Country names of the closest scale that has been read. */
  frame.setCountryLabels = (labels) => { countries = [...labels].sort((a, b) => a.rank - b.rank); layers.forEach((layer) => layer.redraw()); };

  /** Boxes in pixels of the world at this zoom where no name may stand: another layer writes there. */
  frame.keepClear = (boxes) => {
    if (JSON.stringify(boxes) === JSON.stringify(clear)) return; // what the pointer is over is drawn anew, and lies where it lay
    clear = boxes;
    layers.forEach((layer) => layer.redraw());
  };

  frame.MapLabels = frame.GroundPart.extend({
    onAdd(map) {
      this._seas = []; this._places = [];
      layers.push(this);
      for (const kind of ["seas", "places"]) {
        if (frame.config[kind]) frame.withShapes(kind, frame.config[kind], (rows) => { this[`_${kind}`] = rows; this.redraw(); }).catch(() => {});
      }
      frame.GroundPart.prototype.onAdd.call(this, map); // draws what is there already
    },

    paint(c, view) {
      const { zoom, origin } = view;
      const taken = clear.map(([left, top, right, bottom]) => [left - origin.x, top - origin.y, right - origin.x, bottom - origin.y]);
      c.textBaseline = "middle"; c.lineJoin = "round"; c.lineWidth = 3;
      const base = Math.max(10, Math.min(15, 7 + zoom));
      countries.forEach((label) => {
        if (zoom < label.rank + 1.75) return;
        const upper = zoom >= 4.5 && label.rank <= 2, text = frame.config.names[label.iso3] || label.name;
        this._centred(c, view, taken, label, upper ? text.toUpperCase() : text, `500 ${label.rank <= 2 ? base : base - 1}px`, view.colors.label, view.colors.land);
      });
      this._seas.forEach((sea) => {
        if (zoom >= sea.min_zoom) this._centred(c, view, taken, sea, frame.config.names[sea.name] || sea.name, `italic ${base - 1}px`, view.colors.seaLabel, view.colors.sea);
      });
      if (!frame.options.places) return;
      this._places.forEach((place) => { if (zoom >= place.min_zoom) this._place(c, view, taken, place); });
    },

    _centred(c, { scale, origin, size }, taken, label, text, font, color, halo) {
      c.font = `${font} ${frame.config.font}`; c.textAlign = "center";
      const x = label.x * scale - origin.x, y = label.y * scale - origin.y, half = c.measureText(text).width / 2 + 5;
      if (x + half < 0 || x - half > size.x || y < 0 || y > size.y) return;
      if (!claim(taken, [x - half, y - 10, x + half, y + 10])) return;
      c.strokeStyle = halo; c.strokeText(text, x, y);
      c.fillStyle = color; c.fillText(text, x, y);
    },

    _place(c, { scale, origin, size, colors }, taken, place) {
      const x = place.x * scale - origin.x, y = place.y * scale - origin.y;
      if (x < 0 || x > size.x || y < 0 || y > size.y) return;
      c.font = `11px ${frame.config.font}`; c.textAlign = "left";
      const width = c.measureText(place.name).width;
      const box = [[x - 5, y - 7, x + 8 + width, y + 7], [x - 8 - width, y - 7, x + 5, y + 7]];
      const side = box.findIndex((b) => claim(taken, b));
      if (side < 0) return;
      c.fillStyle = colors.place;
      c.textAlign = "center"; c.font = `8px ${frame.config.font}`;
      c.fillText(MARKS[place.kind] || "•", x, y);
      c.font = `11px ${frame.config.font}`; c.textAlign = side ? "right" : "left";
      const at = x + (side ? -7 : 7);
      c.strokeStyle = colors.land; c.strokeText(place.name, at, y); c.fillText(place.name, at, y);
    },
  });

  /** Take a box for a label unless it touches one already taken. */
  function claim(taken, box) {
    if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return false;
    taken.push(box);
    return true;
  }
})();
