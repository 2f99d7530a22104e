/* A canvas that covers the view and a little more, redrawn after each move: the base of the drawn map layers. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { WORLD } = frame.shapes;

  /** Leaflet's renderer gives the container, its padding and the zoom animation; subclasses give `paint(c, view)`. */
  frame.CanvasLayer = L.Renderer.extend({
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
      if (!this._map || !this._bounds || this._painting) return; // shapes that are there already come while it paints
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
      this._painting = true;
      try { this.paint(c, view); } finally { this._painting = false; }
      this._painted = true;
    },
  });
})();
