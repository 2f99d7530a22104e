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

  /** Draw one kind byte around (0, 0): a full glyph, or a dot where glyphs would be too many. */
  function drawKind(c, kind, radius) {
    const typeName = names[kind & 31];
    if (radius >= 4) { drawGlyph(c, typeName, frame.config.statuses[(kind >> 5) & 3], kind >> 7, radius); return; }
    c.fillStyle = frame.config.types[typeName][frame.theme];
    if (radius < 1.5) c.fillRect(-radius, -radius, 2 * radius, 2 * radius);
    else { c.beginPath(); c.arc(0, 0, radius, 0, 2 * Math.PI); c.fill(); }
  }

  /** Sprites of all kinds that occur, with pixel offsets for an image of the given width: opaque pixels first, then edges to blend.
      All are drawn side by side on one canvas, because reading one back is what costs time. */
  function sprites(kinds, radius, ratio, width, alpha = 1) {
    const out = new Array(256).fill(null);
    if (!kinds.length) return out;
    const half = Math.ceil((radius * 1.7 + 2) * ratio), side = 2 * half + 1, sheet = document.createElement("canvas");
    sheet.width = side * kinds.length; sheet.height = side;
    const c = sheet.getContext("2d", { willReadFrequently: true });
    kinds.forEach((kind, k) => {
      c.setTransform(ratio, 0, 0, ratio, k * side + half + 0.5, half + 0.5);
      drawKind(c, kind, radius);
    });
    const pixels = new Uint32Array(c.getImageData(0, 0, sheet.width, side).data.buffer), full = radius >= 4;
    // Opaque pixels are gathered from the front, edges from the back.
    const at = new Int32Array(side * side), color = new Uint32Array(side * side);
    kinds.forEach((kind, k) => {
      let front = 0, back = side * side;
      for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
        const pixel = pixels[y * sheet.width + k * side + x], seen = pixel >>> 24;
        if (seen <= (full ? 24 : 127)) continue;
        const isOpaque = alpha === 1 && seen > (full ? 225 : 127), to = isOpaque ? front++ : --back;
        at[to] = (y - half) * width + x - half;
        color[to] = isOpaque ? pixel | 0xff000000 : (pixel & 0xffffff) | (Math.round((full ? seen : 255) * alpha) << 24);
      }
      const length = front + side * side - back;
      const both = (of, Kind) => { const all = new Kind(length); all.set(of.subarray(0, front)); all.set(of.subarray(back), front); return all; };
      out[kind] = { at: both(at, Int32Array), color: both(color, Uint32Array), edge: front };
    });
    return out;
  }

  frame.glyphs = { names, drawGlyph, sprites };
})();
