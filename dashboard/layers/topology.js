/* Shapes of TopoJSON as the maps draw them, in pixels of the world at zoom 0. This stands in our page as well (screens/regions.py), which keeps
   what it has read: the frame of a map is made anew with each screen, and reading land and limits takes 15 ms. */
(() => {
  "use strict";
  if (window.airspaceShapes) return;
  const WORLD = 256; // Leaflet's pixel size of the world at zoom 0
  const kept = new Map();

  const mercatorX = (lon) => ((lon + 180) / 360) * WORLD;
  const mercatorY = (lat) => {
    const s = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * WORLD;
  };

  /** Delta-decoded arcs of a quantised TopoJSON, as Float32Array x, y, x, y …, exact to a quarter of a pixel at the closest zoom. */
  function decodeArcs(topology) {
    const [kx, ky] = topology.transform.scale, [dx, dy] = topology.transform.translate;
    return topology.arcs.map((arc) => {
      const n = arc.length, out = new Float32Array(2 * n);
      for (let i = 0, x = 0, y = 0; i < n; i++) {
        x += arc[i][0]; y += arc[i][1];
        out[2 * i] = mercatorX(x * kx + dx);
        out[2 * i + 1] = mercatorY(y * ky + dy);
      }
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

  const READERS = {
    /** Countries of one scale: an arc used by two countries is a border, one used once a coast. */
    countries(topology) {
      const arcs = decodeArcs(topology), uses = [];
      const countries = topology.objects.countries.geometries;
      const land = fillPath(countries, arcs, uses);
      const coast = new Path2D(), border = new Path2D();
      arcs.forEach((points, i) => { if (uses[i]) traceArc(uses[i] > 1 ? border : coast, points, false, false); });
      const labelled = [...countries, ...((topology.objects.areas || {}).geometries || [])].filter((g) => g.properties.label);
      const labels = labelled.map(({ properties: { iso3, name, rank, label: [lon, lat] } }) => ({ iso3, name, rank, x: mercatorX(lon), y: mercatorY(lat) }));
      return { land, coast, border, labels };
    },
    /** Outer limits of national airspace of one scale, and their arcs, along which "12 nm" is written. */
    airspace(topology) {
      const arcs = decodeArcs(topology), of = (name) => topology.objects[name].geometries;
      const flat = (g) => (g.type === "MultiLineString" ? g.arcs : [g.arcs]).flat();
      const outer = of("limits").filter((g) => g.arcs && g.properties.kind === "limit").flatMap(flat).map((i) => arcs[i < 0 ? ~i : i]);
      return { limits: linePath(of("limits"), arcs), occupied: fillPath(of("occupied"), arcs), uncertain: fillPath(of("uncertain"), arcs), outer };
    },
    seas: ({ seas }) => seas.map((sea) => ({ ...sea, x: mercatorX(sea.label[0]), y: mercatorY(sea.label[1]) })),
    places: ({ places }) => places.map((place) => ({ ...place, x: mercatorX(place.lon), y: mercatorY(place.lat) })),
  };
  // Not parsed in the frame that asks: what is kept is made here alone, or it would keep that frame with it.
  const parsed = (buffer) => JSON.parse(new TextDecoder().decode(buffer));

  window.airspaceShapes = {
    WORLD, mercatorX, mercatorY,
    /** What has been read of a file ("countries", "airspace", "seas" or "places" by its whole address), undefined before. */
    kept: (kind, url) => kept.get(`${kind} ${url}`),
    /** Read the bytes of a file, and keep what is in it. */
    read(kind, url, buffer) {
      kept.set(`${kind} ${url}`, READERS[kind](parsed(buffer)));
      return kept.get(`${kind} ${url}`);
    },
    /** Fill of some countries of a file, by their ISO 3166-1 alpha-3 codes. */
    fillOf(buffer, codes) {
      const topology = parsed(buffer);
      return fillPath(topology.objects.countries.geometries.filter((g) => codes.includes(g.properties.iso3)), decodeArcs(topology));
    },
  };
})();
