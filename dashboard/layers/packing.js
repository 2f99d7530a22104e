/* Reader of the packed events (the format is described in packing.py). */
(function () {
  "use strict";
  const DAY = 1440, RADIUS_STEPS = 4096;

  /** Reader of integers of 24 bits: they stay packed, for they are read once a view, and memory is dear with a million of them. */
  const thirds = (bytes, offset) => (i) => {
    const p = offset + 3 * i;
    return bytes[p] | (bytes[p + 1] << 8) | (bytes[p + 2] << 16);
  };

  /** Events from the core file: x(i) and y(i) in 1/2^24 of the Mercator world, minutes since 1970 UTC. */
  function unpackCore(buffer) {
    const bytes = new Uint8Array(buffer), view = new DataView(buffer);
    if (bytes.length < 16 || String.fromCharCode(...bytes.subarray(0, 4)) !== "AIM1") throw new Error("not a map data file");
    const n = view.getInt32(4, true), m = view.getInt32(12, true);
    const kept = bytes.slice(0, 16 + 7 * n); // without the times, which follow
    const x = thirds(kept, 16), y = thirds(kept, 16 + 3 * n);
    const kind = kept.subarray(16 + 6 * n);
    let p = 16 + 7 * n;
    const varint = () => {
      let value = 0, factor = 1, byte;
      do { byte = bytes[p++]; value += (byte & 127) * factor; factor *= 128; } while (byte > 127);
      return value;
    };
    const minutes = new Int32Array(n);
    for (let i = 0, now = view.getInt32(8, true); i < n; i++) minutes[i] = now += varint();
    const spanIndex = new Int32Array(m), spanEnd = new Int32Array(m);
    for (let k = 0, i = 0; k < m; k++) {
      spanIndex[k] = i += varint();
      spanEnd[k] = minutes[i] + varint();
    }
    let last = n ? minutes[n - 1] + 1 : 0;
    for (let k = 0; k < m; k++) if (spanEnd[k] > last) last = spanEnd[k];
    const firstDay = n ? Math.floor(minutes[0] / DAY) : 0;
    return { n, x, y, kind, minutes, spanIndex, spanEnd, firstDay, lastDay: n ? Math.floor((last - 1) / DAY) : 0 };
  }

  /** Radius of uncertainty, radius(i) in metres, and size class (0: one or unknown, 1: a few, 2: many) of each event. */
  function unpackExtra(buffer, n) {
    const codes = new Uint16Array(buffer, 0, n);
    return { radius: (i) => Math.exp(codes[i] / RADIUS_STEPS), size: new Uint8Array(buffer, 2 * n, n) };
  }

  /** First position in a sorted array that is not below the value. */
  function lowerBound(sorted, value) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  }

  window.incidentFrame.packing = { unpackCore, unpackExtra, lowerBound, DAY };
})();
