/* A canvas that covers the view and a little more, redrawn after each move: the base of the drawn map layers. And the ground: the one canvas
   on which all is drawn that lies under the events. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { WORLD } = frame.shapes;

  /** Whether a map that has got another size lies on what a layer has drawn already: drawing it anew would show the same. The layer is
      brought up to date with the next movement, and before a zoom, which scales what is drawn around the middle. */
  frame.isDrawn = (layer) => {
    const map = layer._map, { origin, ratio } = layer._drawnFrom || {};
    if (!frame.resizing || !origin || !origin.equals(map.getPixelOrigin()) || layer._zoom !== map.getZoom() || ratio !== window.devicePixelRatio) return false;
    const corner = map.containerPointToLayerPoint([0, 0]);
    if (!layer._bounds.contains(L.bounds(corner, corner.add(map.getSize())))) return false;
    if (!layer._late) { layer._late = true; map.once("zoomstart", () => { if (layer._late && layer._map) layer._update(); }); }
    return true;
  };

  /** Note where a layer is about to be drawn, for `isDrawn`. */
  frame.draws = (layer) => {
    layer._late = false;
    layer._drawnFrom = { origin: layer._map.getPixelOrigin(), ratio: window.devicePixelRatio };
  };

  /** Leaflet's renderer gives the container, its padding and the zoom animation; subclasses give `paint(c, view)`, and say with `anySize`
      where it draws the same whatever the size of the map. */
  frame.CanvasLayer = L.Renderer.extend({
    options: { padding: 0.2 },

    _initContainer() {
      this._container = document.createElement("div");
      this._container.setAttribute("aria-hidden", "true");
      this._canvas = frame.addCanvas(this._container);
      this._context = this._canvas.getContext("2d", { alpha: !this.options.opaque });
      frame.onTheme(() => this.redraw());
      frame.onOptions(() => this.redraw());
    },

    _destroyContainer() { this._container.remove(); },

    _onZoomEnd() {},

    _update() {
      if ((this._map._animatingZoom && this._bounds) || (this.options.anySize && frame.isDrawn(this))) return;
      frame.draws(this);
      L.Renderer.prototype._update.call(this);
      this.redraw();
    },

    redraw() {
      if (!this._map || !this._bounds) return;
      const ratio = window.devicePixelRatio || 1, canvas = this._canvas, c = this._context, size = this._bounds.getSize();
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width; canvas.height = height; // a new, empty picture: dear
        canvas.style.width = size.x + "px"; canvas.style.height = size.y + "px";
      } else if (this._painted && !this.options.opaque) {
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
      frame.drawn(canvas);
    },
  });

  /** Sea, and on it what has been added, one after the other. A canvas each would be copied and blended at every change of the screen:
      without a graphics card that took longer than drawing them. */
  const Ground = frame.CanvasLayer.extend({
    options: { pane: "tilePane", padding: 0.15, opaque: true, anySize: true },

    initialize(options) { L.Renderer.prototype.initialize.call(this, options); this._parts = []; },

    add(part) { this._parts.push(part); this.redraw(); },
    drop(part) { this._parts = this._parts.filter((each) => each !== part); this.redraw(); },

    /** Draw once what several parts ask for, before the screen shows any of it. */
    redraw() {
      if (this._asked || this._painting) return; // shapes that are there already come while it paints
      this._asked = true;
      queueMicrotask(() => { this._asked = false; frame.CanvasLayer.prototype.redraw.call(this); });
    },

    paint(c, view) {
      c.fillStyle = view.colors.sea; c.fillRect(0, 0, view.size.x + 1, view.size.y + 1); // a part of a device pixel too, where they are odd
      this._painting = true;
      try { this._parts.forEach((part) => part.paint(c, view)); } finally { this._painting = false; }
    },
  });
  let ground = null;

  /** Something on the ground; subclasses give `paint(c, view)`. */
  frame.GroundPart = L.Layer.extend({
    onAdd(map) {
      ground = ground || new Ground();
      ground.addTo(map).add(this);
    },

    onRemove() { ground.drop(this); },

    redraw() { if (this._map) ground.redraw(); },
  });
})();
