/* Playing the time window: moving or growing, once or in a loop, and stepping by its own width. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const SPEEDS = [1, 7, 30, 91, 365]; // days a second
  const FIRST_WIDTH = 30; // days, when all dates are shown before
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

  frame.TimePlayer = class {
    constructor(control) {
      this.control = control;
      this.layer = control.layer;
      this.playing = 0;
      control.play.addEventListener("click", () => this.toggle());
      control.back.addEventListener("click", () => this.step(-1));
      control.next.addEventListener("click", () => this.step(1));
      this.buildSettings(control.settings);
    }

    buildSettings(details) {
      const { element } = frame;
      const select = (name, options) => element("select", { "data-testid": `time-${name}` }, ...options.map((words, k) => new Option(words, String(k))));
      this.speed = select("speed", text.speeds);
      this.speed.value = "2";
      this.mode = select("mode", text.modes);
      this.loop = element("input", { type: "checkbox", "data-testid": "time-loop" });
      const row = (words, input) => element("label", {}, element("span", {}, words), input);
      details.append(element("div", { class: "time-menu" }, row(text.speed, this.speed), row(text.mode, this.mode), row(text.loop, this.loop)));
      document.addEventListener("pointerdown", (event) => { if (!details.contains(event.target)) details.open = false; });
      details.addEventListener("keydown", (event) => { if (event.key === "Escape") { details.open = false; details.firstChild.focus(); } });
    }

    /** Keep a window of so many days inside the record. */
    within(a, width) {
      const { first, last } = this.control;
      a = Math.max(first, Math.min(last - width + 1, a));
      return [a, a + width - 1];
    }

    get showsAll() { return this.layer.window[0] <= this.control.first && this.layer.window[1] >= this.control.last; }

    /** Move the window by its own width; the whole record first becomes its first or last days. */
    step(direction) {
      this.stop(false);
      const [a, b] = this.layer.window, { first, last } = this.control, width = b - a + 1;
      if (this.showsAll) this.control.setWindow(...(direction > 0 ? [first, first + FIRST_WIDTH - 1] : [last - FIRST_WIDTH + 1, last]));
      else this.control.setWindow(...this.within(a + direction * width, width));
      this.control.release();
    }

    toggle() { if (this.playing) this.stop(true); else this.run(); }

    run() {
      const { control } = this, { first, last } = control;
      let [a, b] = this.layer.window;
      if (this.showsAll) [a, b] = [first, Math.min(last, first + FIRST_WIDTH - 1)];
      else if (b >= last) [a, b] = this.growing ? [a, Math.min(last, a + FIRST_WIDTH - 1)] : this.within(first, b - a + 1);
      const width = b - a + 1, start = [a, b];
      let travelled = 0, before = performance.now(), held = 0;
      const tick = (now) => {
        if (!this.playing) return;
        held += now - before; before = now;
        // Reduced motion: whole steps twice a second instead of a glide.
        if (!reducedMotion.matches || held >= 500) {
          travelled += (SPEEDS[this.speed.value] * held) / 1000;
          held = 0;
          const to = Math.min(last, start[1] + Math.floor(travelled));
          const from = this.growing ? start[0] : to - width + 1;
          if (from !== this.layer.window[0] || to !== this.layer.window[1]) control.setWindow(from, to);
          if (to >= last) {
            if (!this.loop.checked) { this.stop(true); return; }
            travelled = first - start[0];
            if (this.growing) travelled = 0;
          }
        }
        this.playing = requestAnimationFrame(tick);
      };
      this.show(true);
      control.setWindow(a, b);
      this.playing = requestAnimationFrame(tick);
    }

    get growing() { return this.mode.value === "1"; }

    stop(tell) {
      if (!this.playing) return;
      cancelAnimationFrame(this.playing);
      this.show(false);
      if (tell) this.control.release();
    }

    show(on) {
      this.playing = on ? 1 : 0;
      const { play } = this.control, words = on ? text.pause : text.play;
      play.setAttribute("aria-label", words); play.title = words;
      play.querySelector("path").setAttribute("d", frame.timeIcons[on ? "pause" : "play"]);
    }
  };
})();
