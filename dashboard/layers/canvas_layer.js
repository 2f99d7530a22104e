/* A canvas that covers the view and a little more, redrawn after each move: the base of the drawn map layers. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const WORLD = 256; // Leaflet's pixel size of the world at zoom 0: paths are kept in this unit

  const mercatorX = (lon) => ((lon + 180) / 360) * WORLD;
  const mercatorY = (lat) => {
    const s = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * WORLD;
  };

  /** Leaflet's renderer gives the container, its padding and the zoom animation; subclasses give `paint(c, view)`. */
  const CanvasLayer = L.Renderer.extend({
    options: { padding: 0.2 },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
      frame.onTheme(() => this.redraw());
      frame.onOptions(() => this.redraw());
    },

    _destroyContainer() { this._container.remove(); },

    _onZoomEnd() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this.redraw();
    },

    redraw() {
      if (!this._map || !this._bounds) return;
      const ratio = window.devicePixelRatio || 1, canvas = this._container, c = this._context, size = this._bounds.getSize();
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width; canvas.height = height; // a new, empty picture: dear
        canvas.style.width = size.x + "px"; canvas.style.height = size.y + "px";
      } else if (this._painted) {
        c.setTransform(1, 0, 0, 1, 0, 0);
        c.clearRect(0, 0, width, height);
      }
      const zoom = this._map.getZoom(), scale = Math.pow(2, zoom);
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const view = {
        zoom, scale, size, origin, ratio, colors: frame.colors,
        /** Run draw() with world pixels as units, once for each copy of the world in view. */
        inWorld(draw) {
          for (const copy of [-1, 0, 1]) {
            const left = origin.x - copy * WORLD * scale;
            if (left > WORLD * scale || left + size.x < 0) continue;
            c.setTransform(ratio * scale, 0, 0, ratio * scale, -left * ratio, -origin.y * ratio);
            draw();
          }
          c.setTransform(ratio, 0, 0, ratio, 0, 0);
        },
        /** Width of a line of so many CSS pixels, in world pixels. */
        px: (width) => width / scale,
      };
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.paint(c, view);
      this._painted = true;
    },
  });

  /** Delta-decoded arcs of a quantised TopoJSON, as Float32Array x, y, x, y … in world pixels, exact to a quarter of a pixel at the closest zoom. */
  function decodeArcs(topology) {
    const [kx, ky] = topology.transform.scale, [dx, dy] = topology.transform.translate;
    return topology.arcs.map((arc) => {
      const out = new Float32Array(arc.length * 2);
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

  /** A fill of polygons, which closes each ring by itself: closePath makes Chromium measure the whole path anew for each of a thousand
      rings, 20 ms of a map. Counts in `uses` how often each arc is used. */
  function fillPath(geometries, arcs, uses) {
    const path = new Path2D();
    const ring = (indices) => {
      indices.forEach((index, k) => {
        const i = index < 0 ? ~index : index;
        if (uses) uses[i] = (uses[i] || 0) + 1;
        traceArc(path, arcs[i], index < 0, k > 0);
      });
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

  Object.assign(frame, { CanvasLayer, topology: { decodeArcs, traceArc, fillPath, linePath, mercatorX, mercatorY, WORLD } });
})();
