/* Land, coasts and borders, drawn from TopoJSON on one canvas under the incidents. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { decodeArcs, traceArc, fillPath, mercatorX, mercatorY } = frame.topology, { getJson } = frame;

  /** Countries of one scale: an arc used by two countries is a border, one used once a coast. */
  function readCountries(topology) {
    const arcs = decodeArcs(topology), uses = [];
    const countries = topology.objects.countries.geometries;
    const land = fillPath(countries, arcs, uses);
    const coast = new Path2D(), border = new Path2D();
    arcs.forEach((points, i) => { if (uses[i]) traceArc(uses[i] > 1 ? border : coast, points, false, false); });
    const labelled = [...countries, ...((topology.objects.areas || {}).geometries || [])].filter((g) => g.properties.label);
    const labels = labelled.map(({ properties }) => ({
      text: frame.config.names[properties.iso3] || properties.name, rank: properties.rank, kind: "country",
      x: mercatorX(properties.label[0]), y: mercatorY(properties.label[1]),
    }));
    return { land, coast, border, labels, members: null };
  }

  frame.BaseMap = frame.CanvasLayer.extend({
    options: { pane: "tilePane" },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._scales = frame.config.baseMap.map((scale) => ({ ...scale, countries: null, loading: false }));
      this._load(this._scales[0]);
    },

    _load(scale) {
      if (scale.loading) return;
      scale.loading = true;
      getJson(scale.url).then((topology) => frame.afterData(() => {
        scale.countries = readCountries(topology);
        this.redraw();
        frame.setCountryLabels(scale.countries.labels);
      })).catch(() => { scale.loading = false; });
    },

    /** The members of NATO; few ask for them, so they are read a second time then instead of kept. */
    _members(scale) {
      if (!scale.countries.members) {
        scale.countries.members = new Path2D();
        getJson(scale.url).then((topology) => {
          const of = topology.objects.countries.geometries.filter((g) => frame.config.members.includes(g.properties.iso3));
          scale.countries.members = fillPath(of, decodeArcs(topology));
          this.redraw();
        }).catch(() => { scale.countries.members = null; });
      }
      return scale.countries.members;
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
