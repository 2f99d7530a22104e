/* The legend of the supply lines: colour by kind, dashes by status, width by class of quantity. */
(function () {
  "use strict";
  const frame = window.incidentFrame, { text } = frame.config;
  function element(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.append(...children);
    return e;
  }

  /** A small canvas with a piece of a line. */
  function sample(color, width, dash) {
    const ratio = Math.max(2, window.devicePixelRatio || 1), [w, h] = [44, 16];
    const canvas = element("canvas", { width: w * ratio, height: h * ratio, "aria-hidden": "true", style: `width:${w}px;height:${h}px;margin:0` });
    const c = canvas.getContext("2d");
    c.scale(ratio, ratio);
    c.strokeStyle = c.fillStyle = color; c.lineWidth = width; c.setLineDash(dash);
    c.beginPath(); c.moveTo(2, h / 2); c.lineTo(w - 10, h / 2); c.stroke();
    const head = 6 + width;
    c.beginPath(); c.moveTo(w - 2, h / 2); c.lineTo(w - 2 - head, h / 2 - head * 0.42); c.lineTo(w - 2 - head, h / 2 + head * 0.42); c.fill();
    return canvas;
  }

  frame.SupplyLegend = class {
    constructor(layer) {
      this.layer = layer;
      this.body = element("div", { class: "legend-body", id: "legend-body" });
      this.toggle = element("button", { type: "button", class: "legend-toggle", "aria-controls": "legend-body" }, text.legend);
      this.toggle.addEventListener("click", () => this.open(this.body.hidden));
      document.body.append(element("section", { class: "legend", "aria-label": text.legend, "data-testid": "legend" }, this.toggle, this.body));
      this.open(window.innerWidth >= frame.config.legendFrom);
      frame.onTheme(() => this.build());
      layer.onChange((what) => { if (what === "data") this.build(); });
    }

    open(on) {
      this.body.hidden = !on;
      this.toggle.setAttribute("aria-expanded", String(on));
    }

    build() {
      const { dashes, widths, groups } = frame.config, { colors } = frame;
      const shown = this.layer.shown.map((i) => this.layer.flows[i]);
      const list = (rows) => element("ul", { class: "legend-marks" }, ...rows.map(([mark, words]) => element("li", {}, mark, element("span", { class: "legend-name" }, words))));
      const kinds = Object.keys(text.groups).filter((name) => shown.some((flow) => groups[flow.kind] === name));
      const statuses = Object.keys(dashes).filter((name) => shown.some((flow) => flow.status === name));
      this.body.replaceChildren(
        list(kinds.map((name) => [sample(colors.flows[name], 3.2, []), text.groups[name]])),
        list(statuses.map((name) => [sample(colors.muted, 2.4, dashes[name]), text.statuses[name]])),
        element("p", { class: "legend-note" }, text.widthsTitle),
        list(widths.map((width, k) => [sample(colors.muted, width, []), text.widths[k]])),
        element("p", { class: "legend-note" }, text.geodesic),
      );
    }
  };
})();
