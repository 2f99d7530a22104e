/* What happens under the pointer: hit-testing, the tooltip, the chooser where several events share a place. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const HIT_PIXELS = 12, TOUCH_PIXELS = 20, MOST_IN_CHOOSER = 50;

  frame.IncidentLayer.include({
    initPicking() {
      const container = this._map.getContainer();
      this._tip = L.DomUtil.create("div", "incident-tip", container);
      this._tip.setAttribute("role", "tooltip");
      this._chooser = L.DomUtil.create("div", "incident-chooser", container);
      this._chooser.setAttribute("data-testid", "chooser");
      this._chooser.hidden = true;
      L.DomEvent.disableClickPropagation(this._chooser);
      L.DomEvent.disableScrollPropagation(this._chooser);
      this._chooser.addEventListener("keydown", (event) => this._chooserKey(event));
      this._map.on("click", this._onClick, this).on("mousemove", this._onMove, this);
      this._map.on("mouseout", () => this._hover(-1)).on("movestart zoomstart", () => this.closeChooser());
    },

    endPicking() { this._tip.remove(); this._chooser.remove(); this._map.off("click", this._onClick, this); },

    /** Shown events within reach of a container pixel, nearest first. */
    at(point, reach = HIT_PIXELS) {
      if (!this._width) return [];
      const p = this._map.containerPointToLayerPoint(point).subtract(this._bounds.min).multiplyBy(this._ratio);
      const limit = Math.pow(reach * this._ratio, 2), found = [];
      this.eachShown((i) => {
        const q = this._at[i];
        if (q < 0) return;
        const dx = this._x(q) - p.x, dy = this._y(q) - p.y, d = dx * dx + dy * dy;
        if (d <= limit) found.push([d, -i]);
      });
      return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => -i);
    },

    _onClick(event) {
      const touch = event.originalEvent && event.originalEvent.pointerType === "touch";
      const found = this.at(event.containerPoint, touch ? TOUCH_PIXELS : HIT_PIXELS);
      this.closeChooser();
      if (!found.length && this.selected < 0) return;
      this.choose(found.length ? found[0] : -1, found);
      // Where a sheet covers the map's lower part, it steps through the events under a click itself.
      if (frame.covered() !== null) this.reveal(this.selected);
      else if (found.length > 1) this.openChooser(found, event.containerPoint);
    },

    /** Select an event as the reader would, and say so. */
    choose(index, stack = [index]) {
      this.select(index);
      this.answer(stack.slice(0, MOST_IN_CHOOSER));
    },

    // ---- the chooser ---------------------------------------------------------------------------------------------
    openChooser(found, point) {
      const events = [...found].sort((a, b) => b - a).slice(0, MOST_IN_CHOOSER), box = this._chooser;
      const head = document.createElement("p"), list = document.createElement("ul");
      head.textContent = text.eventsHere.replace("{n}", found.length);
      box.setAttribute("role", "group"); box.setAttribute("aria-label", head.textContent);
      box.replaceChildren(head, list);
      Promise.all(events.map((i) => frame.labels.get(i))).then((labels) => {
        labels.forEach((label, k) => {
          if (!label) return;
          const item = document.createElement("li"), button = document.createElement("button"), when = document.createElement("span");
          button.type = "button";
          button.textContent = label.title; when.textContent = label.when;
          button.prepend(when);
          button.addEventListener("click", () => { this.choose(events[k], found); this._markChosen(events); });
          item.append(button); list.append(item);
        });
        this._markChosen(events);
        const container = this._map.getContainer();
        box.hidden = false;
        box.style.left = `${Math.max(8, Math.min(point.x + 18, container.clientWidth - box.offsetWidth - 8))}px`;
        box.style.top = `${Math.max(8, Math.min(point.y - 20, container.clientHeight - box.offsetHeight - 8))}px`;
        const current = box.querySelector("[aria-current]") || box.querySelector("button");
        if (current) current.focus({ preventScroll: true });
      });
    },

    _markChosen(events) {
      this._chooser.querySelectorAll("button").forEach((button, k) => {
        if (events[k] === this.selected) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
      });
    },

    _chooserKey(event) {
      const buttons = [...this._chooser.querySelectorAll("button")], now = buttons.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) buttons[(now + step + buttons.length) % buttons.length].focus();
      else if (event.key === "Escape") { this.closeChooser(); this._map.getContainer().focus(); }
      else return;
      event.preventDefault(); event.stopPropagation();
    },

    closeChooser() { this._chooser.hidden = true; },

    // ---- the tooltip ---------------------------------------------------------------------------------------------
    _onMove(event) {
      if (this._moveFrame) return;
      this._moveFrame = requestAnimationFrame(() => {
        this._moveFrame = 0;
        const found = this.at(event.containerPoint);
        this._hover(found.length ? found[0] : -1, event.containerPoint, found.length);
      });
    },

    _hover(index, point, many) {
      const container = this._map.getContainer();
      container.style.cursor = index >= 0 ? "pointer" : "";
      if (index !== this.hovered) { this.hovered = index; this.drawOverlay(); }
      this._tip.style.display = index >= 0 && this._chooser.hidden ? "block" : "none";
      if (index < 0) return;
      const x = Math.min(point.x + 14, container.clientWidth - 250), y = point.y + (point.y > container.clientHeight - 110 ? -84 : 14);
      this._tip.style.transform = `translate(${x}px, ${y}px)`;
      frame.labels.get(index).then((label) => {
        if (this.hovered !== index || !label) return;
        const lines = [label.title, `${label.when} · ${label.place}`, many > 1 ? text.eventsHere.replace("{n}", many) : ""];
        this._tip.replaceChildren(...lines.filter(Boolean).map((words, k) => {
          const line = document.createElement(k ? "span" : "strong");
          line.textContent = words;
          return line;
        }));
      });
    },

    // ---- by id -----------------------------------------------------------------------------------------------------
    /** Container pixel of an event whose id is known to the page, or null. */
    pointOf(eventId) {
      const i = frame.labels.indexOf(eventId);
      if (i < 0) return null;
      const p = this._at[i];
      if (p < 0) return this._map.latLngToContainerPoint(this.latLngOf(i));
      const inLayer = L.point(this._x(p), this._y(p)).divideBy(this._ratio).add(this._bounds.min);
      return this._map.layerPointToContainerPoint(inLayer);
    },

    /** Select an event by its id, as a click would; resolves to whether there is such an event. */
    async pick(eventId) {
      const i = await frame.labels.find(eventId);
      if (i < 0) return false;
      this.reveal(i);
      this.choose(i);
      return true;
    },
  });
})();
