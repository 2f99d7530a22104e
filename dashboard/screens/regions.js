/* What Streamlit's containers do not say of themselves or do: the count is a live region, the parts of a screen are landmarks, links
   skip to them, F6 (Shift+F6 back) goes from one to the next, out of the map's frame as well, links to other views need no new page, texts
   are copied, a change of screen is one step of the browser's way back, and a row chosen in the table is answered at once. */
(() => {
  if (window.airspaceRegions) return;
  window.airspaceRegions = true;
  const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, iframe, summary, [tabindex="0"]';
  const WATCHED = "airspaceF6";
  const WAITS = 40;
  const connected = () => document.querySelector('[data-testid="stApp"]').dataset.testConnectionState === "CONNECTED";
  const heading = () => document.querySelector(".stMain h1");

  /** Whether a click on a link is to be answered inside the page: one for another tab or window is the browser's. Without the server
      a link could only change the address, and not what is shown: like Streamlit's buttons it does nothing then. */
  window.airspaceAnswers = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
    event.preventDefault();
    return connected();
  };
  let names = {}, opener = null, entered = null, lastStop = null, lastPlaces = [], lastTitle = "";

  const region = (name) => document.querySelector(`.st-key-${name}`);
  const inOrder = () => Object.keys(names).map(region).filter((each) => each && each.getClientRects().length)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const seen = (stop) => stop.getClientRects().length && !stop.closest('[aria-hidden="true"], .area-pad[hidden]');

  function enter(place) {
    const stop = [...place.querySelectorAll(STOPS)].find(seen);
    if (!stop) { place.tabIndex = -1; place.focus(); return; }
    const inside = stop.tagName === "IFRAME" && stop.contentDocument && stop.contentDocument.querySelector('[tabindex="0"]');
    if (inside) { stop.contentWindow.focus(); inside.focus(); } else stop.focus();
  }

  function onKey(event) {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    const places = inOrder(), now = places.findLastIndex((each) => each.contains(document.activeElement));
    // Past the first and the last part F6 is the browser's again: it leads to its own bars.
    const next = places[event.shiftKey ? (now < 0 ? places.length : now) - 1 : now + 1];
    if (!next) return;
    event.preventDefault();
    enter(next);
  }

  /** What had the focus is gone, as the rows of a list are once one is chosen, or can do no more: the focus stays in that part of the
      screen; where the part has no name, with what is next to it; on another screen it goes to the title. */
  function keepFocus() {
    const active = document.activeElement;
    if (entered || !lastStop || (lastStop.isConnected && !lastStop.disabled) || (active !== document.body && !active.disabled)) return;
    const title = heading();
    if (!title && !document.querySelector(".st-key-embed")) return; // the next screen is on its way
    lastStop = null;
    if (title && title.textContent !== lastTitle) {
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
      return;
    }
    const near = lastPlaces.filter((place) => place.isConnected && place !== document.body), parts = inOrder();
    const named = near.find((place) => parts.includes(place));
    const stop = named || near.map((place) => place.querySelector(".st-key-count") || [...place.querySelectorAll(STOPS)].find(seen)).find(Boolean);
    if (!stop) return;
    if (!stop.matches(STOPS)) stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
  }

  /** A popover stands at the end of the page: the focus goes into it once it is filled, and back to its button when it closes. */
  function followPopover() {
    const body = document.querySelector('[data-testid="stPopoverBody"]'), active = document.activeElement;
    if (entered && !entered.isConnected) {
      if (opener && opener.isConnected && active === document.body) opener.focus();
      entered = opener = null;
    }
    if (!body || entered || !active.closest('[data-testid="stPopover"]') || ![...body.querySelectorAll(STOPS)].some(seen)) return;
    [entered, opener] = [body, active];
    enter(body);
  }

  function mark() {
    followPopover();
    keepFocus();
    document.querySelectorAll(".st-key-count:not([role])").forEach((count) => {
      count.setAttribute("role", "status");
      count.setAttribute("aria-atomic", "true");
    });
    const nav = document.querySelector(".skips");
    if (nav) names = JSON.parse(nav.dataset.names);
    // Only what differs is set: even the same language set anew makes the browser work out the style of the whole page.
    if (nav && document.documentElement.lang !== nav.dataset.language) document.documentElement.lang = nav.dataset.language;
    for (const [name, label] of Object.entries(names)) {
      const place = region(name);
      if (!place || place.getAttribute("aria-label") === label) continue;
      place.setAttribute("role", "region");
      place.setAttribute("aria-label", label);
    }
    document.querySelectorAll(".skips a").forEach((link) => {
      const missing = !region(link.dataset.to);
      if (link.hidden !== missing) link.hidden = missing;
    });
    document.querySelectorAll(".st-key-map iframe").forEach((frame) => {
      const inner = frame.contentWindow;
      if (!inner || inner[WATCHED]) return;
      inner[WATCHED] = true;
      inner.addEventListener("keydown", onKey);
    });
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", (event) => {
    lastStop = event.target;
    lastPlaces = [];
    lastTitle = heading()?.textContent || "";
    for (let place = lastStop.parentElement; place; place = place.parentElement) lastPlaces.push(place);
  });
  document.addEventListener("load", mark, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".skips a"), place = link && region(link.dataset.to);
    if (!place) return;
    event.preventDefault();
    enter(place);
  });
  /** What was asked for just before is answered first: Streamlit would run it for the next screen, where it is not. */
  function afterRuns(act, waits = WAITS) {
    setTimeout(() => {
      const busy = document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== "notRunning";
      if (busy && waits) afterRuns(act, waits - 1);
      else act();
    }, waits === WAITS ? 0 : 25);
  }

  /** A link to another view of this app is followed inside the page, as the browser's way back is: no new session, and own data stay. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.inside");
    if (!link || !window.airspaceAnswers(event)) return;
    afterRuns(() => {
      if (!connected() || link.href === location.href) return;
      history.pushState(null, "", link.href);
      dispatchEvent(new PopStateEvent("popstate"));
    });
  });
  /** A change of screen writes its path and the query of the view one after the other, in either order; as two steps of the browser's way
      back, one of them would lead nowhere. What follows from one action of the reader, in the map's frame too, is one step with the path. */
  let action = 0, written = { action, moved: true };
  const acted = () => { action += 1; };
  for (const kind of ["pointerdown", "keydown", "click", "popstate"]) addEventListener(kind, acted, true); // a screen reader only clicks
  addEventListener("message", (event) => { if (event.data && event.data.type === "streamlit:setComponentValue") acted(); });
  const push = history.pushState;
  history.pushState = function (state, unused, url) {
    const moves = new URL(url, location.href).pathname !== location.pathname;
    const together = written.action === action && (moves || written.moved);
    written = { action, moved: moves || together };
    (together ? history.replaceState : push).call(history, state, unused, url);
  };
  /** Streamlit's table waits after a choice for more that may follow. Of ours one row can be chosen: the wait would be half of the answer. */
  const CHOICE_MS = 150, wait = window.setTimeout;
  let chosenAt = -Infinity;
  for (const kind of ["pointerdown", "pointerup", "keydown"]) {
    addEventListener(kind, ({ target }) => { if (target.closest && target.closest(".st-key-table")) chosenAt = performance.now(); }, true);
  }
  window.setTimeout = (act, ms, ...given) => wait(act, ms === CHOICE_MS && performance.now() - chosenAt < CHOICE_MS ? 0 : ms, ...given);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest(".copyable button");
    if (!button) return;
    const block = button.closest(".copyable"), text = block.querySelector("pre");
    // Without https there is no navigator.clipboard; what is selected can be copied all the same.
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(text.textContent).then(() => true, () => false) : false;
    if (!copied) getSelection().selectAllChildren(text);
    if (copied || document.execCommand("copy")) block.querySelector("[role=status]").textContent = button.dataset.copied;
  });
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
  mark();
})();
