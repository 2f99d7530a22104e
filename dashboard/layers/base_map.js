/* Land, coasts and borders, drawn from TopoJSON under the incidents. */
(function () {
  "use strict";
  const frame = window.incidentFrame;

  frame.BaseMap = frame.GroundPart.extend({
    initialize() {
      this._scales = frame.config.baseMap.map((scale) => ({ ...scale, countries: null, members: null, loading: false }));
      this._load(this._scales[0]);
    },

    _load(scale) {
      if (scale.loading) return;
      scale.loading = true;
      frame.withShapes("countries", scale.url, (countries) => {
        scale.countries = countries;
        this.redraw();
        frame.setCountryLabels(countries.labels);
      }).catch(() => { scale.loading = false; });
    },

    /** The members of NATO; few ask for them, so they are read a second time then instead of kept. */
    _members(scale) {
      if (!scale.members) {
        scale.members = new Path2D();
        frame.getBuffer(scale.url).then((buffer) => {
          scale.members = frame.shapes.fillOf(buffer, frame.config.members);
          this.redraw();
        }).catch(() => { scale.members = null; });
      }
      return scale.members;
    },

    paint(c, { zoom, inWorld, px, colors }) {
      this._scales.forEach((scale) => { if (zoom >= scale.minZoom) this._load(scale); });
      const best = this._scales.filter((scale) => scale.countries && zoom >= scale.minZoom).pop();
      if (!best) return;
      const { land, coast, border } = best.countries;
      inWorld(() => {
        c.fillStyle = colors.land; c.fill(land, "evenodd");
        if (frame.options.members) { c.fillStyle = colors.member; c.fill(this._members(best), "evenodd"); }
        c.lineJoin = "round";
        c.strokeStyle = colors.coast; c.lineWidth = px(0.8); c.stroke(coast);
        c.strokeStyle = colors.border; c.lineWidth = px(zoom < 5 ? 0.8 : 1.1); c.stroke(border);
      });
    },
  });
})();
