/* Glyphs as lists of pixels, ready to be written into an image: shapes and colours come from glyphs.py. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const names = Object.keys(frame.config.types);

  /** Outline of a type on a 2D context, around (0, 0), of the given radius in CSS pixels. */
  function outline(c, shape, radius) {
    c.beginPath();
    shape.forEach(([x, y], i) => (i ? c.lineTo(x * radius, y * radius) : c.moveTo(x * radius, y * radius)));
    c.closePath();
  }

  /** Draw one glyph around (0, 0): filled, hollow, ringed or struck by status; in brackets where the place is coarse. */
  function drawGlyph(c, typeName, status, coarse, radius) {
    const type = frame.config.types[typeName], colors = frame.colors;
    const color = type[frame.theme], inner = coarse ? radius * 0.72 : radius;
    c.lineJoin = "round"; c.lineCap = "round"; c.setLineDash([]);
    outline(c, type.shape, inner);
    c.strokeStyle = colors.halo; c.lineWidth = 3.2; c.stroke();
    if (status === "confirmed" || status === "disputed") { c.fillStyle = color; c.fill(); }
    else {
      c.fillStyle = colors.halo; c.fill();
      outline(c, type.shape, inner * 0.86);
      c.strokeStyle = color; c.lineWidth = 1.5; c.stroke();
    }
    c.strokeStyle = color;
    if (status === "disputed") {
      c.lineWidth = 1.3; c.setLineDash([2.6, 2.2]);
      c.beginPath(); c.arc(0, 0, radius * 1.5, 0, 2 * Math.PI); c.stroke();
      c.setLineDash([]);
    } else if (status === "retracted") {
      const reach = radius * 1.15;
      for (const [paint, width] of [[colors.halo, 4], [color, 1.6]]) {
        c.strokeStyle = paint; c.lineWidth = width;
        c.beginPath(); c.moveTo(-reach, reach); c.lineTo(reach, -reach); c.stroke();
      }
    }
    if (coarse) {
      const a = radius * 1.35, b = radius * 0.7;
      c.strokeStyle = color; c.lineWidth = 1.3;
      c.beginPath();
      for (const side of [-1, 1]) {
        c.moveTo(side * b, -a); c.lineTo(side * a, -a); c.lineTo(side * a, a); c.lineTo(side * b, a);
      }
      c.stroke();
    }
  }

  /** Pixels of one kind byte: opaque ones to copy, edge ones to blend. dx, dy in device pixels. */
  function sprite(kind, radius, ratio) {
    const half = Math.ceil((radius * 1.7 + 2) * ratio), side = 2 * half + 1;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const c = canvas.getContext("2d", { willReadFrequently: true });
    const typeName = names[kind & 31], status = frame.config.statuses[(kind >> 5) & 3];
    c.setTransform(ratio, 0, 0, ratio, half + 0.5, half + 0.5);
    if (radius >= 4) drawGlyph(c, typeName, status, kind >> 7, radius);
    else {
      c.fillStyle = frame.config.types[typeName][frame.theme];
      if (radius < 1.5) c.fillRect(-radius, -radius, 2 * radius, 2 * radius);
      else { c.beginPath(); c.arc(0, 0, radius, 0, 2 * Math.PI); c.fill(); }
    }
    const pixels = new Uint32Array(c.getImageData(0, 0, side, side).data.buffer);
    const opaque = [], edge = [];
    for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
      const color = pixels[y * side + x], alpha = color >>> 24;
      if (alpha > 225) opaque.push([x - half, y - half, color | 0xff000000]);
      else if (alpha > 24 && radius >= 4) edge.push([x - half, y - half, color]);
      else if (alpha > 127) opaque.push([x - half, y - half, color | 0xff000000]);
    }
    return { opaque, edge };
  }

  /** The sprites of all kinds that occur, with pixel offsets for an image of the given width: opaque pixels first. */
  function sprites(kinds, radius, ratio, width, alpha = 1) {
    const out = new Array(256).fill(null);
    const faint = (color) => ((color & 0xffffff) | (Math.round((color >>> 24) * alpha) << 24)) >>> 0;
    kinds.forEach((kind) => {
      const s = sprite(kind, radius, ratio);
      const opaque = alpha < 1 ? [] : s.opaque, edge = alpha < 1 ? [...s.opaque, ...s.edge] : s.edge, all = [...opaque, ...edge];
      out[kind] = {
        at: Int32Array.from(all, ([x, y]) => y * width + x),
        color: Uint32Array.from(all, ([, , color]) => faint(color)),
        edge: opaque.length,
      };
    });
    return out;
  }

  frame.glyphs = { names, drawGlyph, sprites };
})();
