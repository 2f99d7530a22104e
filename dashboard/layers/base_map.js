/* Land, coasts, borders and country names, drawn from TopoJSON on one canvas under the incidents. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const WORLD = 256; // Leaflet's pixel size of the world at zoom 0: paths are kept in this unit

  const mercatorX = (lon) => ((lon + 180) / 360) * WORLD;
  const mercatorY = (lat) => {
    const s = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * WORLD;
  };

  /** Delta-decoded arcs of a quantised TopoJSON, as Float64Array x, y, x, y … in world pixels. */
  function decodeArcs(topology) {
    const [kx, ky] = topology.transform.scale, [dx, dy] = topology.transform.translate;
    return topology.arcs.map((arc) => {
      const out = new Float64Array(arc.length * 2);
      let x = 0, y = 0;
      arc.forEach(([ax, ay], i) => {
        x += ax; y += ay;
        out[2 * i] = mercatorX(x * kx + dx);
        out[2 * i + 1] = mercatorY(y * ky + dy);
      });
      return out;
    });
  }

  function traceArc(path, points, reversed, joined) {
    const n = points.length / 2;
    for (let k = 0; k < n; k++) {
      const i = reversed ? n - 1 - k : k;
      if (k === 0 && !joined) path.moveTo(points[2 * i], points[2 * i + 1]);
      else path.lineTo(points[2 * i], points[2 * i + 1]);
    }
  }

  /** A closed fill of polygons; counts in `uses` how often each arc is used. */
  function fillPath(geometries, arcs, uses) {
    const path = new Path2D();
    const ring = (indices) => {
      indices.forEach((index, k) => {
        const i = index < 0 ? ~index : index;
        if (uses) uses[i] = (uses[i] || 0) + 1;
        traceArc(path, arcs[i], index < 0, k > 0);
      });
      path.closePath();
    };
    geometries.forEach((g) => {
      if (g.type === "Polygon") g.arcs.forEach(ring);
      else if (g.type === "MultiPolygon") g.arcs.forEach((polygon) => polygon.forEach(ring));
    });
    return path;
  }

  function linePath(geometries, arcs) {
    const path = new Path2D();
    const line = (indices) => indices.forEach((i, k) => traceArc(path, arcs[i < 0 ? ~i : i], i < 0, k > 0));
    geometries.forEach((g) => {
      if (g.type === "LineString") line(g.arcs);
      else if (g.type === "MultiLineString") g.arcs.forEach(line);
    });
    return path;
  }

  /** Countries of one scale: an arc used by two countries is a border, by one a coast; a clip edge is neither. */
  function readCountries(topology) {
    const arcs = decodeArcs(topology), uses = [];
    const countries = topology.objects.countries.geometries;
    const land = fillPath(countries, arcs, uses);
    const coast = new Path2D(), border = new Path2D();
    const clipped = new Set(topology.clip_arcs || []);
    arcs.forEach((points, i) => {
      if (!clipped.has(i)) traceArc(uses[i] > 1 ? border : coast, points, false, false);
    });
    const labels = countries.filter((g) => g.properties.label).map((g) => ({
      text: g.properties.name, rank: g.properties.rank,
      x: mercatorX(g.properties.label[0]), y: mercatorY(g.properties.label[1]),
    }));
    return { land, coast, border, labels, box: topology.box || null };
  }

  const BaseMap = L.Renderer.extend({
    options: { padding: 0.2, pane: "tilePane" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._scales = frame.config.baseMap.map((scale) => ({ ...scale, countries: null, loading: false }));
      this._scales.filter((scale) => scale.minZoom <= 0).forEach((scale) => this._load(scale));
    },

    _load(scale) {
      if (scale.loading) return;
      scale.loading = true;
      fetch(scale.url)
        .then((response) => { if (!response.ok) throw new Error(response.status); return response.json(); })
        .then((topology) => { scale.countries = readCountries(topology); this._redraw(); })
        .catch(() => { scale.loading = false; });
    },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
      frame.onTheme(() => this._redraw());
    },

    _destroyContainer() { this._container.remove(); },

    _onZoomEnd() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this._redraw();
    },

    _redraw() {
      if (!this._map || !this._bounds) return;
      const zoom = this._map.getZoom(), ratio = window.devicePixelRatio || 1;
      this._scales.forEach((scale) => { if (zoom >= scale.minZoom) this._load(scale); });
      const canvas = this._container, c = this._context, size = this._bounds.getSize();
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.width = Math.round(size.x * ratio); canvas.height = Math.round(size.y * ratio);
      canvas.style.width = size.x + "px"; canvas.style.height = size.y + "px";
      const scale = Math.pow(2, zoom);
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const colors = frame.colors;
      const usable = this._scales.filter((s) => s.countries && zoom >= s.minZoom);
      const best = usable[usable.length - 1];
      if (!best) return;
      for (const copy of [-1, 0, 1]) {
        const left = origin.x - copy * WORLD * scale;
        if (left > WORLD * scale || left + size.x < 0) continue;
        c.setTransform(ratio * scale, 0, 0, ratio * scale, -left * ratio, -origin.y * ratio);
        c.fillStyle = colors.land;
        c.fill(best.countries.land, "evenodd");
        c.lineJoin = "round";
        c.strokeStyle = colors.coast; c.lineWidth = 0.8 / scale; c.stroke(best.countries.coast);
        c.strokeStyle = colors.border; c.lineWidth = (zoom < 5 ? 0.8 : 1.1) / scale; c.stroke(best.countries.border);
      }
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._drawLabels(best.countries.labels, zoom, scale, origin, size);
    },

    /** Country names by rank, larger first; a name that would touch another is left out. */
    _drawLabels(labels, zoom, scale, origin, size) {
      const c = this._context, colors = frame.colors, taken = [];
      c.textAlign = "center"; c.textBaseline = "middle";
      c.lineJoin = "round"; c.lineWidth = 3;
      const fontSize = Math.max(10, Math.min(15, 7 + zoom));
      [...labels].sort((a, b) => a.rank - b.rank).forEach((label) => {
        if (zoom < label.rank + 1.75) return;
        const px = (label.rank <= 2 ? fontSize : fontSize - 1);
        c.font = `500 ${px}px ${frame.config.font}`;
        const text = zoom < 4.5 || label.rank > 2 ? label.text : label.text.toUpperCase();
        const x = label.x * scale - origin.x, y = label.y * scale - origin.y;
        const half = c.measureText(text).width / 2 + 5;
        if (x + half < 0 || x - half > size.x || y < 0 || y > size.y) return;
        const box = [x - half, y - px, x + half, y + px];
        if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return;
        taken.push(box);
        c.strokeStyle = colors.land; c.strokeText(text, x, y);
        c.fillStyle = colors.label; c.fillText(text, x, y);
      });
    },
  });

  frame.BaseMap = BaseMap;
  frame.topology = { decodeArcs, fillPath, linePath, mercatorX, mercatorY, WORLD };
})();
