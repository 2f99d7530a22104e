/* What Python says to the map, in one line a rerun: idempotent, and queued until the data has arrived. */
(function () {
  "use strict";
  const frame = window.incidentFrame, { getBuffer, getJson } = frame;
  const STALE_MS = 3000, CHUNK = frame.config.labelChunk, WHOLE_UP_TO = 3000;
  let layer = null, current = {}, waiting = null, loading = null, resolveReady;

  // ---- labels: id, title, date, place of an event; fetched in chunks, shown as text only -------------------------
  const chunks = new Map(), indexOfId = new Map();
  frame.labels = {
    chunk(k) {
      if (!chunks.has(k)) {
        chunks.set(k, getJson(`${current.labels}/${k}.json`).then((rows) => {
          rows.forEach((row, j) => indexOfId.set(row.id, k * CHUNK + j));
          return rows;
        }).catch(() => { chunks.delete(k); return []; }));
      }
      return chunks.get(k);
    },
    get(i) { return frame.labels.chunk(Math.floor(i / CHUNK)).then((rows) => rows[i % CHUNK]); },
    /** Index of an id among the labels already here, or -1. */
    indexOf(eventId) { return indexOfId.has(eventId) ? indexOfId.get(eventId) : -1; },
    /** Index of an id, asking the server where it is not here yet. */
    async find(eventId) {
      if (indexOfId.has(eventId)) return indexOfId.get(eventId);
      if (!current.labels) return -1;
      const { index } = await getJson(`${current.labels}/find.json?event=${encodeURIComponent(eventId)}`).catch(() => ({ index: -1 }));
      if (index >= 0) await frame.labels.get(index);
      return index;
    },
    clear() { chunks.clear(); indexOfId.clear(); },
  };

  /** The events that the page itself has named (preload.py), asked for before the map is made. */
  try {
    const link = window.parent !== window && window.parent.document.querySelector('link[rel="prefetch"][href$="/core.bin"]');
    if (link) getBuffer(link.href).catch(() => {});
  } catch { /* a page of another origin */ }

  // ---- the public face in the frame --------------------------------------------------------------------------------
  const ready = new Promise((resolve) => { resolveReady = resolve; });
  window.incidentLayer = {
    ready,
    get visibleCount() { return layer ? layer.visibleCount : 0; },
    get total() { return layer ? layer.data.n : 0; },
    setWindow(startMs, endMs) { if (layer) layer.setWindow(startMs, endMs); },
    pick(eventId) { return layer ? layer.pick(eventId) : Promise.resolve(false); },
    pointOf(eventId) { return layer ? layer.pointOf(eventId) : null; },
  };

  /** The layer that commands go to. */
  frame.attach = (incidentLayer) => { layer = incidentLayer; if (waiting) frame.run(waiting); };

  // ---- commands ----------------------------------------------------------------------------------------------------
  frame.run = (command) => {
    if (!layer || loading) { waiting = command; return; }
    waiting = null;
    frame.setTheme(command.theme);
    document.documentElement.classList.toggle("picture", Boolean(command.picture));
    if (frame.follow) frame.follow(layer, command.follow || null);
    // Streamlit has just written the address anew: put the map's position back.
    if (frame.position) setTimeout(frame.showPosition, 150);
    else if (command.at && !frame.touched) frame.map.setView([command.at[1], command.at[0]], command.at[2], { animate: false });
    if (command.core !== current.core) { load(command); return; }
    apply(command);
  };

  function load(command) {
    current = { labels: command.labels };
    frame.notice("");
    loading = getBuffer(command.core).then((core) => {
      frame.labels.clear();
      layer.atOnce(() => {
        layer.setData(core, () => getBuffer(command.extra));
        layer.version = command.version;
        current = { core: command.core, labels: command.labels };
        loading = null;
        apply(waiting || command);
      });
      frame.dataDrawn();
      // Of many events, words and radii come when an event is looked at.
      const n = layer.data.n <= WHOLE_UP_TO ? layer.data.n : 0;
      return Promise.all([n && layer.wantExtra(), ...Array.from({ length: Math.ceil(n / CHUNK) }, (_, k) => frame.labels.chunk(k))]);
    }).then(() => {
      frame.picture(command, layer);
      resolveReady();
      if (waiting) frame.run(waiting);
    }).catch(() => {
      loading = null;
      frame.dataDrawn();
      frame.notice(frame.config.text.loadFailed, () => load(waiting || command));
    });
  }

  function apply(command) {
    if (command.core !== current.core) { frame.run(command); return; }
    waiting = null;
    layer.setHidden(command.hidden);
    if (frame.showArea) frame.showArea(command.area || null, command.near || null);
    if (JSON.stringify(command.mask) !== JSON.stringify(current.mask)) {
      current.mask = command.mask;
      setMask(command.mask);
    }
    // An answer newer than the one Python has seen is on its way: what Python says of window and event is out of date.
    if (command.answered < frame.sent.nonce && performance.now() - frame.sent.at < STALE_MS) return;
    const [first, last] = command.window || [layer.data.firstDay, layer.data.lastDay];
    if (first !== layer.window[0] || last !== layer.window[1]) layer.setDays(first, last);
    if (command.event !== layer.selected) {
      layer.select(command.event);
      layer.reveal(command.event, command.follow);
    }
  }

  /** A mask comes inline (base64) for small tables, by URL for large ones; null shows all. */
  function setMask(mask) {
    if (!mask) layer.setMask(null);
    else if (mask.bits !== undefined) layer.setMask(Uint8Array.from(atob(mask.bits), (c) => c.charCodeAt(0)));
    else getBuffer(mask.url).then((buffer) => { if (current.mask === mask) layer.setMask(new Uint8Array(buffer)); });
  }
})();
