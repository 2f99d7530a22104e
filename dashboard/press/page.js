/* The panel beside the map of a page without a server: the list, one event, its address after the hash. */
(function () {
  "use strict";
  const frame = window.incidentFrame, MORE = 60, said = frame.config.page;
  const panel = document.getElementById("panel-body"), count = document.getElementById("panel-count");
  let settings, events, layer, baseMask = null, state, rows = MORE;

  // ---- the map: the same classes in the same order as incident_map.py ----------------------------------------------
  const map = frame.createMap("map_div");
  for (const name of ["BaseMap", "AirspaceLines", "MapLabels"]) new frame[name]().addTo(map);
  layer = new frame.IncidentLayer().addTo(map);
  for (const name of ["ViewControls", "Legend", "TimeControl"]) if (frame[name]) new frame[name](layer);
  frame.attach(layer);

  /** One bit an event: what the page's filter lets through, without the types that are hidden. */
  function mask() {
    const n = settings.ids.length, bits = new Uint8Array(Math.ceil(n / 8)), hidden = new Set(state.hidden);
    if (!baseMask && !hidden.size) return null;
    for (let i = 0; i < n; i++) {
      const passes = !baseMask || (baseMask[i >> 3] >> (i & 7)) & 1;
      if (passes && !hidden.has(settings.types[i])) bits[i >> 3] |= 1 << (i & 7);
    }
    return { bits: btoa(String.fromCharCode(...bits)) };
  }

  function run() {
    frame.run({
      core: "inline/core.bin", extra: "inline/extra.bin", radius: "inline/extra.bin", labels: "inline/labels", version: settings.version,
      mask: mask(), window: state.window, hidden: state.hidden, event: state.event, answered: frame.sent.nonce, theme: "", at: null, picture: false,
    });
  }

  // ---- elements: text is only ever set as text -----------------------------------------------------------------------
  function element(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.append(...children.filter((child) => child !== null && child !== ""));
    return e;
  }

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function link(href, words) {
    return /^https?:\/\//i.test(href) ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words) : document.createTextNode(words);
  }

  function button(words, pressed, attributes = {}) {
    const b = element("button", { type: "button", ...attributes }, ...[].concat(words));
    b.addEventListener("click", pressed);
    return b;
  }

  const cite = (event, number) => {
    const source = event.sources.find((s) => s.number === number);
    return source ? link(source.href, `[${number}]`) : document.createTextNode("–");
  };

  // ---- the list ------------------------------------------------------------------------------------------------------
  function showList() {
    const shown = [];
    layer.eachShown((i) => shown.push(i));
    shown.sort((a, b) => b - a);
    const list = element("ol", { class: "rows" }, ...shown.slice(0, rows).map((i) => {
      const event = events[settings.ids[i]];
      if (!event) return null;
      const meta = element("span", { class: "note" }, [event.when, event.country, event.type].join(" · "));
      return element("li", {}, button([meta, event.title], () => select(i), { "data-event": event.id }));
    }));
    const more = shown.length > rows
      ? button(fill(said.more, { k: Math.min(MORE, shown.length - rows), n: shown.length - rows }), () => { rows += MORE; showList(); }, { class: "more" }) : null;
    const head = element("h2", {}, shown.length ? said.inView : said.none);
    panel.replaceChildren(...[head, shown.length ? list : element("p", { class: "note" }, said.widen), more].filter(Boolean));
  }

  // ---- one event -----------------------------------------------------------------------------------------------------
  function showEvent(event) {
    const facts = element("dl", {});
    event.facts.forEach(([term, lines]) => facts.append(element("dt", {}, term), element("dd", {}, ...lines.map((line, k) => element("span", k ? { class: "note" } : {}, line)))));
    const claims = event.claims.length ? element("table", {},
      element("thead", {}, element("tr", {}, ...said.columns.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...event.claims.map(([party, speaker, stance, stanceLabel, words, source]) => element("tr", {},
        element("td", {}, element("strong", {}, party), speaker ? element("span", { class: "note" }, speaker) : null),
        element("td", { class: `stance ${stance === "denies" ? "denies" : ""}` }, stanceLabel), element("td", {}, words), element("td", {}, cite(event, source))))))
      : element("p", { class: "note" }, said.noClaims);
    const updates = element("ol", { class: "history" }, ...event.updates.map(([when, status, note, source]) =>
      element("li", {}, element("span", { class: "note" }, when), element("strong", {}, `${status}. `), `${note} `, source ? cite(event, source) : null)));
    const related = element("ul", { class: "rows" }, ...event.related.map(([words, id, title, when]) => {
      const i = settings.ids.indexOf(id), meta = element("span", { class: "note" }, `${words} · ${when}`);
      return element("li", {}, events[id] ? button([meta, title], () => select(i)) : element("p", {}, meta, title));
    }));
    const sources = element("ol", { class: "sources" }, ...event.sources.map((s) =>
      element("li", { value: s.number }, link(s.href, s.publisher), element("span", { class: "note" }, s.href ? s.note : `${s.note}, ${s.url}`))));
    panel.replaceChildren(...[
      button(said.back, () => select(-1), { class: "back" }),
      element("p", { class: "kicker" }, `${event.category} · ${event.type}`), element("h2", { tabindex: "-1" }, event.title),
      element("p", {}, element("strong", {}, event.statusLabel), " ", element("span", { class: "note inline" }, event.statusText)),
      element("p", {}, event.summary), facts, element("h3", {}, said.claims), claims,
      event.related.length ? element("h3", {}, said.related) : null, event.related.length ? related : null,
      event.updates.length ? element("h3", {}, said.history) : null, event.updates.length ? updates : null,
      element("h3", {}, said.sources), event.sources.length ? sources : element("p", { class: "note" }, said.noSources),
      settings.pages ? element("p", {}, element("a", { href: `${settings.pages}${event.id}.html` }, said.page)) : null,
      element("p", { class: "note" }, `${fill(said.record, { id: event.id })} ${said.caution}`),
    ].filter(Boolean));
  }

  // ---- state ---------------------------------------------------------------------------------------------------------
  function select(i) {
    state.event = i;
    run();
    show();
    if (i >= 0) panel.querySelector("h2").focus({ preventScroll: true });
    panel.parentElement.scrollTop = 0;
  }

  function show() {
    const id = state.event >= 0 ? settings.ids[state.event] : "", event = events[id];
    count.textContent = fill(said.count, { n: layer.visibleCount, total: settings.ids.length });
    if (event) showEvent(event); else showList();
    try { history.replaceState(null, "", event ? `#${id}` : "#"); } catch { /* an address that may not change */ }
  }

  window.addEventListener("incident-answer", ({ detail }) => {
    const before = state.event;
    state = { window: detail.window, event: detail.event, hidden: detail.hidden || state.hidden };
    run();
    rows = MORE;
    show();
    if (before !== state.event) panel.parentElement.scrollTop = 0;
  });
  window.addEventListener("hashchange", () => select(settings.ids.indexOf(location.hash.slice(1))));
  // The address after the hash is that of an event: a link that skips does not write there.
  document.querySelector(".skips").addEventListener("click", (event) => {
    const place = event.target.dataset.to && document.querySelector(event.target.dataset.to);
    if (!place) return;
    event.preventDefault();
    place.focus();
  });

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let printing = false;
  const follow = () => { if (!printing) frame.setTheme(dark.matches ? "dark" : "light"); };
  dark.addEventListener("change", follow);
  window.addEventListener("afterprint", () => { printing = false; follow(); });

  /** Paper is light. The browser's preference turns light too late, while it prints; and of what is drawn anew once a print has begun
      Chromium repeats the strokes on the paper, wrongly, unless they have become pixels. */
  function turnLight() {
    printing = true;
    if (frame.theme === "light") return;
    frame.setTheme("light");
    for (const canvas of map.getContainer().querySelectorAll("canvas:not(.still)")) {
      const { width, height } = canvas, c = canvas.getContext("2d");
      if (width && height) c.putImageData(c.getImageData(0, 0, width, height), 0, 0);
    }
  }

  // The map keeps its pixels, smaller as a whole: nothing more is drawn anew between here and the printer.
  window.addEventListener("beforeprint", () => {
    turnLight();
    if (state.event < 0) { rows = Infinity; showList(); }
    const { clientWidth: wide, clientHeight: tall } = map.getContainer(), style = document.documentElement.style;
    style.setProperty("--map-width", `${wide}px`);
    style.setProperty("--map-height", `${tall}px`);
    style.setProperty("--map-scale", String(Math.min(1, 680 / wide, 700 / tall)));
  });

  Promise.all([window.incidentPage.json("page.json"), window.incidentPage.json("events.json")]).then(([page, all]) => {
    settings = page; events = all;
    if (page.mask !== null) baseMask = Uint8Array.from(atob(page.mask), (c) => c.charCodeAt(0));
    const asked = page.ids.indexOf(location.hash.slice(1));
    state = { window: page.window, hidden: page.hidden, event: asked >= 0 && all[page.ids[asked]] ? asked : page.event };
    run();
    return window.incidentLayer.ready;
  }).then(show).catch(() => {
    panel.replaceChildren(element("p", {}, said.broken));
  });
})();
