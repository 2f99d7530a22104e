/* The time control under the map: a window with two handles over a histogram, n of N.
   time_play.js plays it, time_histogram.js draws bars, ticks and key dates. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const MS = 864e5, FEWEST_DAYS = 2;
  const ICONS = { play: "M8 5v14l11-7z", pause: "M7 5h4v14H7zM13 5h4v14h-4z", back: "M15 6v12l-8-6z", next: "M9 6v12l8-6z" };

  /** A UTC day as the rest of the page writes it: 19 Sep 2025, or with the whole name of the month. */
  function dayWords(ms, letters) {
    const day = new Date(ms);
    return `${day.getUTCDate()} ${text.months[day.getUTCMonth()].slice(0, letters)} ${day.getUTCFullYear()}`;
  }

  function element(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.append(...children);
    return e;
  }

  frame.TimeControl = class {
    constructor(layer) {
      this.layer = layer;
      this.first = this.last = 0; // days of the record
      this.domain = [0, 0]; // days that the track shows, both included
      this.build();
      this.player = new frame.TimePlayer(this);
      this.histogram = new frame.TimeHistogram(this);
      layer.onChange((what) => {
        if (what === "data") this.setRecord();
        if (what === "data" || what === "mask") this.histogram.count();
        if (what === "data" || what === "window") this.showWindow();
        if (what === "data" || what === "count") this.showCount();
      });
    }

    build() {
      const button = (name) => {
        const b = element("button", { type: "button", "data-testid": `time-${name}`, "aria-label": text[name], title: text[name] });
        b.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${ICONS[name]}" fill="currentColor"/></svg>`;
        return b;
      };
      [this.back, this.play, this.next] = ["back", "play", "next"].map(button);
      this.settings = element("details", { class: "time-settings" }, element("summary", { "data-testid": "time-settings" }, text.playback));
      this.label = element("output", { class: "time-label", "data-testid": "time-label" }, "");
      this.zoom = element("button", { type: "button", "data-testid": "time-zoom", class: "wide", "aria-pressed": "false", title: text.zoomTimeTitle }, text.zoomTime);
      this.all = element("button", { type: "button", "data-testid": "time-all", class: "wide" }, text.all);
      this.count = element("output", { class: "time-count", "data-testid": "visible-count", "aria-live": "off", title: text.countTitle }, "");
      this.start = element("input", { type: "range", "data-testid": "time-start", "aria-label": text.windowStart, step: MS });
      this.end = element("input", { type: "range", "data-testid": "time-end", "aria-label": text.windowEnd, step: MS });
      this.canvas = element("canvas", { "data-testid": "time-histogram", role: "img" });
      [this.before, this.after] = ["before", "after"].map((side) => element("div", { class: `time-shade ${side}` }));
      this.grip = element("div", { class: "time-grip", title: text.dragWindow });
      this.track = element("div", { class: "time-track" }, this.canvas, this.before, this.after, this.grip, this.start, this.end);
      const row = element("div", { class: "time-row" }, this.back, this.play, this.next, this.settings, this.label, this.zoom, this.all, this.count);
      this.root = element("section", { class: "time-control", "aria-label": text.timeControl }, row, this.track);
      document.body.append(this.root);

      for (const input of [this.start, this.end]) {
        input.addEventListener("input", () => { this.player.stop(false); this.dragged(input); });
        input.addEventListener("change", () => this.release());
        input.addEventListener("keydown", (event) => this.widen(event, input));
      }
      this.track.addEventListener("pointermove", (event) => this.raiseNearer(event));
      this.track.addEventListener("pointerdown", (event) => this.grab(event));
      this.track.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      this.zoom.addEventListener("click", () => this.zoomToWindow(this.zoom.getAttribute("aria-pressed") !== "true"));
      this.all.addEventListener("click", () => { this.player.stop(false); this.setDomain(this.first, this.last); this.setWindow(this.first, this.last); this.release(); });
      this.root.addEventListener("keydown", (event) => {
        if (event.key !== " " || !["INPUT", "SECTION"].includes(event.target.tagName)) return;
        event.preventDefault();
        this.player.toggle();
      });
    }

    // ---- the record, the part of it that the track shows, the window ---------------------------------------------
    setRecord() {
      const { firstDay, lastDay } = this.layer.data;
      this.first = firstDay; this.last = lastDay;
      this.setDomain(firstDay, lastDay);
    }

    setDomain(first, last) {
      first = Math.max(this.first, Math.round(first)); last = Math.min(this.last, Math.round(last));
      if (last - first + 1 < FEWEST_DAYS) last = Math.min(this.last, first + FEWEST_DAYS - 1);
      this.domain = [first, last];
      for (const input of [this.start, this.end]) { input.min = first * MS; input.max = last * MS; }
      this.zoom.setAttribute("aria-pressed", String(first > this.first || last < this.last));
      this.showWindow();
      this.histogram.draw();
    }

    /** Let the track show the window with some room, or the whole record. */
    zoomToWindow(on) {
      const [a, b] = this.layer.window, room = Math.max(1, Math.round((b - a + 1) * 0.25));
      if (on) this.setDomain(a - room, b + room); else this.setDomain(this.first, this.last);
    }

    setWindow(a, b) {
      [a, b] = [Math.max(this.first, Math.min(a, this.last)), Math.max(this.first, Math.min(b, this.last))];
      this.layer.setDays(Math.min(a, b), Math.max(a, b));
    }

    release() { this.layer.answer(); }

    /** Day at a fraction of the track's width. */
    dayAt(clientX) {
      const box = this.track.getBoundingClientRect(), days = this.domain[1] - this.domain[0] + 1;
      return this.domain[0] + Math.max(0, Math.min(days - 1, Math.floor(((clientX - box.left) / box.width) * days)));
    }

    dragged(input) {
      // A handle that touches the edge of a zoomed track has not left the record: the other end keeps its day.
      let [a, b] = this.layer.window;
      const day = Math.round(input.value / MS);
      if (input === this.start) { a = day; b = Math.max(b, a); } else { b = day; a = Math.min(a, b); }
      this.setWindow(a, b);
    }

    /** A key that pushes a handle against the edge of a stretched track lets the track show more of the record. */
    widen(event, input) {
      const back = ["ArrowLeft", "ArrowDown", "PageDown", "Home"].includes(event.key), on = ["ArrowRight", "ArrowUp", "PageUp", "End"].includes(event.key);
      const [a, b] = this.domain, more = Math.ceil((b - a + 1) / 4);
      if (event.key === "Home" || event.key === "End") this.setDomain(event.key === "Home" ? this.first : a, event.key === "End" ? this.last : b);
      else if (back && input.value - MS < a * MS) this.setDomain(a - more, b);
      else if (on && Number(input.value) + MS > b * MS) this.setDomain(a, b + more);
    }

    // ---- pointer and wheel -----------------------------------------------------------------------------------------
    raiseNearer(event) {
      if (event.buttons) return;
      const day = this.dayAt(event.clientX), [a, b] = this.layer.window;
      const startNearer = Math.abs(day - a) < Math.abs(day - b) || (a === b && day < a);
      this.start.style.zIndex = startNearer ? 4 : 3; this.end.style.zIndex = startNearer ? 3 : 4;
    }

    /** Drag the window by its middle; a press on a bar outside it chooses the bar's days. */
    grab(event) {
      if (event.target === this.start || event.target === this.end || event.button) return;
      const from = this.dayAt(event.clientX), [a, b] = this.layer.window;
      const inside = event.target === this.grip && !(a <= this.domain[0] && b >= this.domain[1]);
      this.player.stop(false);
      if (!inside) {
        const bin = this.histogram.binOf(from);
        this.setWindow(...bin); this.release();
        return;
      }
      this.track.setPointerCapture(event.pointerId);
      const move = (e) => {
        const shift = Math.max(this.first - a, Math.min(this.last - b, this.dayAt(e.clientX) - from));
        this.setWindow(a + shift, b + shift);
      };
      const up = () => { this.track.removeEventListener("pointermove", move); this.release(); };
      this.track.addEventListener("pointermove", move);
      this.track.addEventListener("pointerup", up, { once: true });
      this.track.addEventListener("pointercancel", up, { once: true });
    }

    /** The wheel stretches or shrinks time around the pointer. */
    wheel(event) {
      event.preventDefault();
      const [a, b] = this.domain, days = b - a + 1, factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150);
      const box = this.track.getBoundingClientRect(), at = (event.clientX - box.left) / box.width;
      const wide = Math.max(FEWEST_DAYS, Math.min(this.last - this.first + 1, days * factor)), first = a + at * (days - wide);
      this.setDomain(first, first + wide - 1);
    }

    // ---- showing ---------------------------------------------------------------------------------------------------
    showWindow() {
      const [a, b] = this.layer.window, [from, to] = this.domain, days = to - from + 1;
      for (const [handle, day] of [[this.start, a], [this.end, b]]) {
        if (handle.day === day && Number(handle.value) === day * MS) continue; // most steps move one of them
        handle.day = day;
        handle.value = day * MS;
        handle.setAttribute("aria-valuetext", dayWords(day * MS));
      }
      this.label.firstChild.data = a === b ? dayWords(a * MS, 3) : `${dayWords(a * MS, 3)} – ${dayWords(b * MS, 3)}`;
      const share = (n) => `${100 * Math.max(0, Math.min(1, n / days))}%`, left = share(a - from), right = share(to - b);
      if (left !== this.left) this.left = this.before.style.width = this.grip.style.left = left;
      if (right !== this.right) this.right = this.after.style.width = this.grip.style.right = right;
    }

    showCount() { this.count.firstChild.data = text.count.replace("{n}", this.layer.visibleCount).replace("{total}", this.layer.data.n); }
  };

  Object.assign(frame, { dayWords, element, timeIcons: ICONS });
})();
