/* The legend: what the glyphs mean, how many of each are shown, and what else the map can show. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  function element(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.append(...children);
    return e;
  }

  /** A small canvas with one glyph. */
  function glyph(type, status, coarse) {
    const ratio = Math.max(2, window.devicePixelRatio || 1), side = 26;
    const canvas = element("canvas", { width: side * ratio, height: side * ratio, "aria-hidden": "true" });
    const c = canvas.getContext("2d");
    c.setTransform(ratio, 0, 0, ratio, (side / 2) * ratio, (side / 2) * ratio);
    frame.glyphs.drawGlyph(c, type, status, coarse, 6.5);
    return canvas;
  }

  frame.Legend = class {
    constructor(layer) {
      this.layer = layer;
      this.rows = new Map();
      this.body = element("div", { class: "legend-body", id: "legend-body" });
      this.toggle = element("button", { type: "button", class: "legend-toggle", "aria-controls": "legend-body" }, text.legend);
      this.toggle.addEventListener("click", () => this.open(this.body.hidden));
      this.root = element("section", { class: "legend", "aria-label": text.legend, "data-testid": "legend" }, this.toggle, this.body);
      document.body.append(this.root);
      L.DomEvent.disableScrollPropagation(this.root);
      this.open(window.innerWidth >= frame.config.legendFrom);
      frame.onTheme(() => this.build());
      layer.onChange((what) => { if (what === "data" || what === "types") this.build(); else if (this.fresh && what === "count") this.count(); else this.countSoon(); });
    }

    open(on) {
      this.body.hidden = !on;
      this.toggle.setAttribute("aria-expanded", String(on));
      if (on && this.outdated) this.build();
    }

    /** A folded legend waits until it is opened; in a picture it may be shown all the same. */
    build() {
      this.outdated = this.body.hidden && !document.documentElement.classList.contains("picture");
      if (this.outdated) return;
      this.rows.clear();
      const types = element("ul", { class: "legend-types" });
      const present = new Set([...(this.layer.kinds || [])].map((kind) => frame.glyphs.names[kind & 31]));
      frame.glyphs.names.filter((name) => present.has(name)).forEach((name) => {
        const on = !this.layer.hidden.includes(name);
        const count = element("span", { class: "legend-count" }, "");
        const button = element("button", { type: "button", "aria-pressed": String(on), "data-type": name, title: on ? text.hideType : text.showType },
          glyph(name, "confirmed", false), element("span", { class: "legend-name" }, frame.config.types[name].label), count);
        button.addEventListener("click", () => this.flip(name));
        this.rows.set(name, { button, count, n: -1 });
        types.append(element("li", {}, button));
      });
      const sample = "aircraft_violation";
      const marks = element("ul", { class: "legend-marks" }, ...[
        ...frame.config.statuses.map((status) => [glyph(sample, status, false), text.statuses[status]]),
        [glyph(sample, "confirmed", true), text.coarse],
        [element("span", { class: "legend-disc", "aria-hidden": "true" }), text.disc],
      ].map(([mark, words]) => element("li", {}, mark, element("span", { class: "legend-name" }, words))));
      const discs = element("select", { "data-option": "discs" }, ...Object.entries(text.discModes).map(([mode, words]) => new Option(words, mode)));
      discs.value = frame.options.discs;
      discs.addEventListener("change", () => frame.setOption("discs", discs.value));
      const show = element("fieldset", {}, element("legend", {}, text.show), element("label", {}, text.discs, discs), ...Object.keys(text.options).map((name) => {
        const box = element("input", { type: "checkbox", "data-option": name });
        box.checked = Boolean(frame.options[name]);
        box.addEventListener("change", () => frame.setOption(name, box.checked));
        return element("label", {}, box, text.options[name]);
      }));
      this.body.replaceChildren(types, marks, show);
      this.count();
      this.fresh = true;
    }

    /** Once a frame, however often the window moves; new rows have their counts with the glyphs that they count. */
    countSoon() {
      this.pending = this.pending || requestAnimationFrame(() => { this.pending = 0; this.count(); });
    }

    count() {
      this.fresh = false;
      if (this.outdated) return;
      const counts = this.layer.countsByType();
      this.rows.forEach((row, name) => {
        const n = counts[frame.glyphs.names.indexOf(name)];
        if (n === row.n) return; // writing the same words would lay them out anew
        row.n = n;
        row.count.firstChild.data = n;
        row.button.classList.toggle("none", !n);
      });
    }

    /** Hide a type, or show it again: a part of the one filter. */
    flip(name) {
      const { hidden } = this.layer;
      this.layer.answer([], { hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name] });
    }
  };
})();
