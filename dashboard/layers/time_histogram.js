/* Bars, ticks and key dates under the time window. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const { DAY } = frame.packing;
  const MS = 864e5, AXIS = 15, TOP = 9, NARROWEST_BAR = 3, TICK_SPACE = 46; // CSS pixels
  const MOST_KEY_DAYS = 100;

  const dayOf = (...parts) => Date.UTC(...parts) / MS;

  /** First days of calendar units from a day to a day: [day, label]; the first label that fits the width is the unit. */
  function ticks(first, last, width) {
    const days = last - first + 1, room = (unit) => (unit / days) * width >= TICK_SPACE, out = [];
    const at = new Date(first * MS), short = (month) => text.months[month].slice(0, 3);
    if (room(1) && days <= 4) {
      for (const hours of [1, 2, 3, 6, 12]) {
        if (!room(hours / 24)) continue;
        for (let h = 0; h < days * 24; h += hours) out.push([first + h / 24, h % 24 ? `${String(h % 24).padStart(2, "0")}:00` : frame.dayWords((first + h / 24) * MS, 3)]);
        return out;
      }
    }
    for (const step of [1, 2, 7, 14]) {
      if (!room(step)) continue;
      for (let d = first; d <= last; d += step) {
        const day = new Date(d * MS);
        out.push([d, `${day.getUTCDate()} ${short(day.getUTCMonth())}`]);
      }
      return out;
    }
    for (const step of [1, 3, 6]) {
      if (!room(30 * step)) continue;
      for (let k = Math.ceil(at.getUTCMonth() / step) * step; ; k += step) {
        const d = dayOf(at.getUTCFullYear(), k, 1), day = new Date(d * MS);
        if (d > last) return out;
        if (d >= first) out.push([d, day.getUTCMonth() ? short(day.getUTCMonth()) : String(day.getUTCFullYear())]);
      }
    }
    const years = [1, 2, 5, 10, 20, 50].find((step) => room(365 * step)) || 100;
    for (let y = at.getUTCFullYear(); ; y += 1) {
      const d = dayOf(y, 0, 1);
      if (d > last) return out;
      if (d >= first && y % years === 0) out.push([d, String(y)]);
    }
  }

  frame.TimeHistogram = class {
    constructor(control) {
      this.control = control;
      this.canvas = control.canvas;
      this.daily = [];
      frame.onTheme(() => this.draw());
      // The first call comes for a size in which it may be drawn already.
      new ResizeObserver(() => { if (this.size !== this.sizeNow()) this.draw(); }).observe(this.canvas);
    }

    /** Events a day and category under the present filter; drawing only adds them up. */
    count() {
      const { data, mask } = this.control.layer, { categories, types } = frame.config;
      const categoryOf = frame.glyphs.names.map((name) => categories.indexOf(types[name].category));
      const days = data.lastDay - data.firstDay + 1;
      this.daily = categories.map(() => new Uint32Array(days));
      this.keyDays = [];
      const { minutes, kind, n, firstDay } = data;
      for (let i = 0; i < n; i++) {
        if (mask && !((mask[i >> 3] >> (i & 7)) & 1)) continue;
        const type = kind[i] & 31, day = Math.floor(minutes[i] / DAY) - firstDay;
        this.daily[categoryOf[type]][day]++;
        if (frame.glyphs.names[type] === frame.config.keyType && this.keyDays.length <= MOST_KEY_DAYS) this.keyDays.push(firstDay + day);
      }
      if (this.keyDays.length > MOST_KEY_DAYS) this.keyDays = []; // too many to be told apart
      this.draw();
    }

    /** First days of the bars, with one after the last: days, weeks or months, none narrower than a few pixels. */
    edges() {
      const [first, last] = this.control.domain, width = this.canvas.clientWidth, days = last - first + 1, out = [];
      const perDay = width / days;
      if (perDay >= NARROWEST_BAR) { for (let d = first; d <= last + 1; d++) out.push(d); return out; }
      if (7 * perDay >= NARROWEST_BAR && days < 1500) {
        const monday = first - ((first + 3) % 7); // 1 January 1970 was a Thursday
        for (let d = monday; d <= last + 7; d += 7) out.push(d);
        return out;
      }
      const months = Math.max(1, Math.ceil(NARROWEST_BAR / (30.4 * perDay))), at = new Date(first * MS);
      for (let k = 0; ; k += months) {
        const d = dayOf(at.getUTCFullYear(), at.getUTCMonth() + k, 1);
        out.push(d);
        if (d > last) return out;
      }
    }

    /** First and last day of the bar over a day. */
    binOf(day) {
      const edges = this.edges(), k = edges.findIndex((edge, j) => edge <= day && day < edges[j + 1]);
      return k < 0 ? [day, day] : [edges[k], edges[k + 1] - 1];
    }

    sizeNow() { return `${this.canvas.clientWidth} ${this.canvas.clientHeight}`; }

    draw() {
      const { canvas, control, daily } = this, { data } = control.layer;
      if (!data.n || !daily.length) return; // before a size is asked for, which lays out the page
      const width = canvas.clientWidth, height = canvas.clientHeight, ratio = window.devicePixelRatio || 1;
      if (!width) return;
      this.size = this.sizeNow();
      canvas.width = width * ratio; canvas.height = height * ratio;
      const c = canvas.getContext("2d"), colors = frame.colors, [first, last] = control.domain, base = height - AXIS;
      c.scale(ratio, ratio);
      const x = (day) => ((day - first) / (last - first + 1)) * width;
      this.drawTicks(c, x, width, base, colors);
      const edges = this.edges(), bins = edges.slice(1).map((edge, k) => {
        const from = Math.max(0, edges[k] - data.firstDay), to = Math.min(daily[0].length, edge - data.firstDay);
        return daily.map((counts) => { let sum = 0; for (let d = from; d < to; d++) sum += counts[d]; return sum; });
      });
      const most = Math.max(1, ...bins.map((bin) => bin.reduce((a, b) => a + b, 0)));
      bins.forEach((bin, k) => {
        const left = Math.max(0, x(edges[k])), right = Math.max(left + 1.5, Math.min(width, x(edges[k + 1])) - 0.8);
        let foot = base;
        bin.forEach((n, j) => {
          const tall = (n / most) * (base - TOP);
          if (!tall) return;
          c.fillStyle = colors.categories[j]; c.fillRect(left, foot - tall, right - left, tall);
          foot -= tall;
        });
      });
      c.fillStyle = colors.border; c.fillRect(0, base, width, 1);
      this.drawKeyDays(c, x, first, last, colors);
      canvas.setAttribute("aria-label", text.histogram.replace("{n}", data.n).replace("{most}", most));
      canvas.title = this.keyDays.length ? text.keyDates : "";
    }

    drawTicks(c, x, width, base, colors) {
      const [first, last] = this.control.domain;
      c.font = `11px ${frame.config.font}`; c.textBaseline = "bottom";
      ticks(first, last, width).forEach(([day, label]) => {
        const at = Math.round(x(day)) + 0.5;
        c.fillStyle = colors.grid; c.fillRect(at, TOP, 1, base - TOP);
        if (at + 4 + c.measureText(label).width > width) return;
        c.fillStyle = colors.label; c.fillText(label, at + 2, base + AXIS - 1);
      });
    }

    /** A small pennant on days with an Article 4 consultation. */
    drawKeyDays(c, x, first, last, colors) {
      c.fillStyle = colors.text;
      this.keyDays.filter((day) => day >= first && day <= last).forEach((day) => {
        const at = x(day + 0.5);
        c.beginPath(); c.moveTo(at - 4, 0); c.lineTo(at + 4, 0); c.lineTo(at, 7); c.fill();
      });
    }
  };
})();
