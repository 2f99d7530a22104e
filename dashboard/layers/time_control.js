/* The time control under the map: histogram, a window with two handles, play, step, speed, n of N. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const { DAY } = frame.packing;
  const MS = 864e5, SPEEDS = [7, 30, 91, 365]; // days a second
  const text = frame.config.text;
  /** A UTC day as the rest of the page writes it: 19 Sep 2025, or with the whole name of the month. */
  function dayWords(ms, letters) {
    const day = new Date(ms);
    return `${day.getUTCDate()} ${text.months[day.getUTCMonth()].slice(0, letters)} ${day.getUTCFullYear()}`;
  }
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

  function element(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.append(...children);
    return e;
  }

  class TimeControl {
    constructor(layer) {
      this.layer = layer;
      this.playing = 0;
      this.build();
      layer.onChange((what) => {
        if (what === "data") this.setDomain();
        if (what === "data" || what === "mask") this.drawHistogram();
        if (what === "data" || what === "window") this.showWindow();
        this.showCount();
      });
      frame.onTheme(() => this.drawHistogram());
      new ResizeObserver(() => this.drawHistogram()).observe(this.canvas);
    }

    build() {
      const button = (name, label, path) => {
        const b = element("button", { type: "button", "data-testid": `time-${name}`, "aria-label": label, title: label });
        b.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${path}" fill="currentColor"/></svg>`;
        return b;
      };
      this.play = button("play", text.play, "M8 5v14l11-7z");
      this.back = button("back", text.back, "M15 6v12l-8-6z");
      this.next = button("next", text.next, "M9 6v12l8-6z");
      this.all = element("button", { type: "button", "data-testid": "time-all", class: "wide" }, text.all);
      this.speed = element("select", { "data-testid": "time-speed", "aria-label": text.speed, title: text.speed },
        ...SPEEDS.map((days, k) => element("option", { value: days }, text.speeds[k])));
      this.speed.value = SPEEDS[1];
      this.label = element("output", { class: "time-label", "data-testid": "time-label" });
      this.count = element("output", { class: "time-count", "data-testid": "visible-count", "aria-live": "off" });
      this.start = element("input", { type: "range", "data-testid": "time-start", "aria-label": text.windowStart, step: MS });
      this.end = element("input", { type: "range", "data-testid": "time-end", "aria-label": text.windowEnd, step: MS });
      this.canvas = element("canvas", { "data-testid": "time-histogram", role: "img" });
      this.before = element("div", { class: "time-shade before" });
      this.after = element("div", { class: "time-shade after" });
      const track = element("div", { class: "time-track" }, this.canvas, this.before, this.after, this.start, this.end);
      this.root = element("section", { class: "time-control", "aria-label": text.timeControl },
        element("div", { class: "time-row" }, this.back, this.play, this.next, this.speed, this.label, this.all, this.count), track);
      document.body.append(this.root);

      for (const input of [this.start, this.end]) {
        input.addEventListener("input", () => { this.stop(false); this.dragged(input); });
        input.addEventListener("change", () => this.release());
      }
      // The handle that is nearer to the pointer is the one on top.
      track.addEventListener("pointermove", (event) => {
        if (event.buttons) return;
        const box = track.getBoundingClientRect(), at = (event.clientX - box.left) / box.width;
        const [a, b] = [this.fraction(this.start), this.fraction(this.end)];
        const near = Math.abs(at - a) < Math.abs(at - b) || (a === b && at < a);
        this.start.style.zIndex = near ? 4 : 3; this.end.style.zIndex = near ? 3 : 4;
      });
      this.play.addEventListener("click", () => (this.playing ? this.stop(true) : this.run()));
      this.back.addEventListener("click", () => this.step(-1));
      this.next.addEventListener("click", () => this.step(1));
      this.all.addEventListener("click", () => { this.stop(false); this.layer.setDays(this.first, this.last); this.release(); });
    }

    fraction(input) { return (input.value - input.min) / (input.max - input.min || 1); }

    setDomain() {
      const { firstDay, lastDay } = this.layer.data;
      this.first = firstDay; this.last = lastDay;
      for (const input of [this.start, this.end]) { input.min = firstDay * MS; input.max = lastDay * MS; }
    }

    dragged(input) {
      let [a, b] = [Math.round(this.start.value / MS), Math.round(this.end.value / MS)];
      if (a > b) { if (input === this.start) a = b; else b = a; }
      this.layer.setDays(a, b);
    }

    release() { this.layer.answer(); }

    // ---- playing ---------------------------------------------------------------------------------------------------
    /** Move the window by its own width; the full window first becomes its last 30 days (or first, going back). */
    step(direction) {
      this.stop(false);
      let [a, b] = this.layer.window;
      const width = b - a + 1;
      if (a <= this.first && b >= this.last) [a, b] = direction > 0 ? [this.first, this.first + 29] : [this.last - 29, this.last];
      else [a, b] = this.within(a + direction * width, width);
      this.layer.setDays(Math.max(this.first, a), Math.min(this.last, b));
      this.release();
    }

    within(a, width) {
      a = Math.max(this.first, Math.min(this.last - width + 1, a));
      return [a, a + width - 1];
    }

    run() {
      let [a, b] = this.layer.window;
      if (a <= this.first && b >= this.last) [a, b] = [this.first, Math.min(this.last, this.first + 29)];
      else if (b >= this.last) [a, b] = this.within(this.first, b - a + 1);
      const width = b - a + 1;
      let position = a, before = performance.now(), held = 0;
      this.setPlaying(true);
      const tick = (now) => {
        if (!this.playing) return;
        // Reduced motion: whole steps twice a second instead of a glide.
        held += now - before; before = now;
        if (!reducedMotion.matches || held >= 500) {
          position += (Number(this.speed.value) * held) / 1000;
          held = 0;
          const [from, to] = this.within(Math.floor(position), width);
          if (from !== this.layer.window[0] || to !== this.layer.window[1]) this.layer.setDays(from, to);
          if (to >= this.last) { this.stop(true); return; }
        }
        this.playing = requestAnimationFrame(tick);
      };
      this.layer.setDays(a, b);
      this.playing = requestAnimationFrame(tick);
    }

    stop(tell) {
      if (!this.playing) return;
      cancelAnimationFrame(this.playing);
      this.setPlaying(false);
      if (tell) this.release();
    }

    setPlaying(on) {
      this.playing = on ? 1 : 0;
      const label = on ? text.pause : text.play;
      this.play.setAttribute("aria-label", label); this.play.title = label;
      this.play.querySelector("path").setAttribute("d", on ? "M7 5h4v14H7zM13 5h4v14h-4z" : "M8 5v14l11-7z");
    }

    // ---- showing ---------------------------------------------------------------------------------------------------
    showWindow() {
      const [a, b] = this.layer.window.map((day) => day * MS);
      this.start.value = a; this.end.value = b;
      this.start.setAttribute("aria-valuetext", dayWords(a));
      this.end.setAttribute("aria-valuetext", dayWords(b));
      this.label.textContent = a === b ? dayWords(a, 3) : `${dayWords(a, 3)} – ${dayWords(b, 3)}`;
      const days = this.last - this.first + 1;
      this.before.style.width = `${(100 * (this.layer.window[0] - this.first)) / days}%`;
      this.after.style.width = `${(100 * (this.last - this.layer.window[1])) / days}%`;
    }

    showCount() {
      this.count.textContent = `${this.layer.visibleCount} of ${this.layer.data.n}`;
      this.count.title = text.countTitle;
    }

    /** Events a month (or longer, where months would be thinner than 3 pixels), stacked by category. */
    drawHistogram() {
      const canvas = this.canvas, { data } = this.layer;
      const width = canvas.clientWidth, height = canvas.clientHeight, ratio = window.devicePixelRatio || 1;
      if (!width || !data.n) return;
      canvas.width = width * ratio; canvas.height = height * ratio;
      const c = canvas.getContext("2d"), colors = frame.colors;
      c.scale(ratio, ratio);
      const days = this.last - this.first + 1, axis = 15, top = 3;
      const years = this.yearStarts();
      const months = Math.max(1, Math.ceil((3 * days) / 30.4 / width));
      const edges = this.binEdges(months);
      const categories = frame.config.categories, bins = categories.map(() => new Uint32Array(edges.length - 1));
      const categoryOf = frame.glyphs.names.map((name) => categories.indexOf(frame.config.types[name].category));
      const { minutes, kind } = data, mask = this.layer.mask;
      for (let i = 0, bin = 0; i < data.n; i++) {
        const day = minutes[i] / DAY;
        while (bin < edges.length - 2 && day >= edges[bin + 1]) bin++;
        if (!mask || (mask[i >> 3] >> (i & 7)) & 1) bins[categoryOf[kind[i] & 31]][bin]++;
      }
      let most = 1;
      for (let k = 0; k < edges.length - 1; k++) most = Math.max(most, bins.reduce((sum, b) => sum + b[k], 0));
      const x = (day) => ((day - this.first) / days) * width;
      c.font = `11px ${frame.config.font}`; c.textBaseline = "bottom";
      let labelled = -Infinity;
      years.forEach(([day, year]) => {
        const at = Math.round(x(day)) + 0.5;
        c.fillStyle = colors.grid; c.fillRect(at, top, 1, height - axis - top);
        if (at - labelled < 34 || at > width - 26) return;
        labelled = at;
        c.fillStyle = colors.label; c.fillText(year, at + 2, height - 1);
      });
      for (let k = 0; k < edges.length - 1; k++) {
        let base = height - axis;
        const left = x(Math.max(edges[k], this.first)), right = Math.max(left + 1.5, x(Math.min(edges[k + 1], this.last + 1)) - 0.8);
        bins.forEach((b, j) => {
          const tall = (b[k] / most) * (height - axis - top);
          if (!tall) return;
          c.fillStyle = colors.categories[j];
          c.fillRect(left, base - tall, right - left, tall);
          base -= tall;
        });
      }
      c.fillStyle = colors.border; c.fillRect(0, height - axis, width, 1);
      canvas.setAttribute("aria-label", text.histogram.replace("{n}", data.n).replace("{most}", most));
    }

    yearStarts() {
      const out = [];
      for (let y = new Date(this.first * MS).getUTCFullYear(); y <= new Date(this.last * MS).getUTCFullYear(); y++) {
        const day = Date.UTC(y, 0, 1) / MS;
        if (day >= this.first) out.push([day, String(y)]);
      }
      return out;
    }

    binEdges(months) {
      const start = new Date(this.first * MS), edges = [];
      for (let k = 0; ; k += months) {
        const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + k, 1) / MS;
        edges.push(day);
        if (day > this.last) return edges;
      }
    }
  }

  frame.TimeControl = TimeControl;
})();
