/* While the reader rests, the browser loads what the next screens need: the button that nobody sees is pressed, once for each part
   (ahead.py). Not where data may be dear: on telephones and tablets, and where the browser saves data. */
(() => {
  if (window.airspaceAhead) return;
  if ((navigator.connection && navigator.connection.saveData) || matchMedia("(pointer: coarse)").matches) return;
  const REST_MS = 1000, LOOK_MS = 500, whenIdle = window.requestIdleCallback || setTimeout;
  // A press counts as a click elsewhere, which would close these.
  const OPEN = '[data-testid="stPopoverBody"], [role="dialog"], [role="listbox"], [role="menu"]';
  const KINDS = ["pointerdown", "pointermove", "keydown", "wheel"];
  let touched = performance.now(), pressed = 0, lost = false;
  const touch = () => { touched = performance.now(); };
  const seen = new WeakSet();

  /** What the reader does in the map's frame, which is a page of its own, counts as well. */
  function listen() {
    const windows = [window, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow)];
    for (const each of windows.filter((each) => each && !seen.has(each))) {
      seen.add(each);
      for (const kind of KINDS) each.addEventListener(kind, touch, { capture: true, passive: true });
    }
  }

  const page = () => { const app = document.querySelector('[data-testid="stApp"]'); return app ? app.dataset : {}; };

  function resting() {
    return page().testConnectionState === "CONNECTED" && page().testScriptState === "notRunning" && !document.hidden && !document.querySelector(OPEN) && performance.now() - touched > REST_MS;
  }

  function look() {
    const button = () => document.querySelector(".st-key-ahead_on button");
    // Another server, or one that has forgotten the session, is left to the reader's own next step.
    if (page().testConnectionState !== "CONNECTED") lost = true;
    if (lost || (!button() && pressed)) {
      clearInterval(window.airspaceAhead);
      window.airspaceAhead = lost ? -1 : 0;
      return;
    }
    listen();
    if (!button() || !resting()) return;
    whenIdle(() => {
      // Looks that waited for an idle moment together press once.
      if (!button() || !resting() || performance.now() - pressed < LOOK_MS / 2) return;
      pressed = performance.now();
      button().click();
    });
  }
  window.airspaceAhead = setInterval(look, LOOK_MS);
})();
