/* Commands of the map of supply lines: idempotent, queued until the lines have arrived. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { getJson } = frame;
  const STALE_MS = 3000;
  let layer = null, address = "", loading = "", waiting = null, resolveReady;

  const ready = new Promise((resolve) => { resolveReady = resolve; });
  window.supplyLayer = {
    ready,
    get visibleCount() { return layer ? layer.shown.length : 0; },
    get total() { return layer ? layer.flows.length : 0; },
    pick(flowId) { return layer ? layer.pick(flowId) : false; },
    pointOf(flowId) { return layer ? layer.pointOf(flowId) : null; },
  };

  frame.attach = (supplyLines) => { layer = supplyLines; if (waiting) frame.run(waiting); };

  frame.run = (command) => {
    waiting = command;
    if (!layer) return;
    frame.setTheme(command.theme);
    document.documentElement.classList.toggle("picture", Boolean(command.picture));
    if (frame.position) setTimeout(frame.showPosition, 150);
    else if (command.at && !frame.touched) frame.map.setView([command.at[1], command.at[0]], command.at[2], { animate: false });
    if (command.flows === address) apply(command);
    else if (command.flows !== loading) load(command.flows);
  };

  function load(url) {
    loading = url;
    frame.notice("");
    getJson(url).then((flows) => {
      if (loading !== url) return;
      layer.setFlows(flows);
      address = url; loading = "";
      apply(waiting);
      frame.dataDrawn();
      resolveReady();
    }).catch(() => {
      loading = "";
      frame.dataDrawn();
      frame.notice(frame.config.text.loadFailed, () => load(url));
    });
  }

  function apply(command) {
    waiting = null;
    layer.version = command.version;
    layer.setShown(command.shown);
    // A click newer than the answer that Python has seen is on its way.
    if (command.answered < frame.sent.nonce && performance.now() - frame.sent.at < STALE_MS) return;
    layer.select(command.selected);
  }
})();
