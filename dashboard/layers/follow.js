/* Beside a list of entries: the map goes along with the one that the reader has scrolled to, without a word to Python. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const ENTRIES = ".st-key-timeline [data-event]";
  const LINE = 0.4; // part of the window's height above which an entry counts as being read
  let layer = null, zoom = null, listening = false, asked = false, last = "";

  /** Follow the page's scrolling at a zoom, or (null) no longer. */
  frame.follow = (incidentLayer, newZoom) => {
    [layer, zoom] = [incidentLayer, newZoom];
    if (!zoom || listening || window.parent === window) return;
    listening = true;
    let page;
    try { page = window.parent.document; } catch { return; /* a page of another origin */ }
    const gone = new AbortController(); // the page outlives this frame, and would keep all of it for the sake of a listener
    window.addEventListener("pagehide", () => gone.abort());
    page.addEventListener("scroll", () => {
      if (!zoom || asked) return;
      asked = true;
      page.defaultView.requestAnimationFrame(() => { asked = false; look(page); });
    }, { capture: true, passive: true, signal: gone.signal });
  };

  async function look(page) {
    const line = LINE * page.defaultView.innerHeight;
    let found = "";
    for (const entry of page.querySelectorAll(ENTRIES)) {
      if (found && entry.getBoundingClientRect().top > line) break;
      found = entry.dataset.event;
    }
    if (!found || found === last) return;
    last = found;
    const index = await frame.labels.find(found);
    if (index < 0 || found !== last || !zoom) return;
    layer.hovered = index;
    layer.drawOverlay();
    layer.reveal(index, zoom);
  }
})();
