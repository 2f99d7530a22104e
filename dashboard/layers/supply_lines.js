/* Supply lines as arcs with arrowheads and numbers; a click selects one. */
(function () {
  "use strict";
  const frame = window.incidentFrame, text = frame.config.text;
  const { mercatorX, mercatorY, WORLD } = frame.shapes;
  const APART = 15, LOOP = 30, SHORT = 70, BADGE = 9, REACH = 8, STEPS = 48; // CSS pixels, and points of a line

  frame.SupplyLines = frame.CanvasLayer.extend({
    options: { pane: "markerPane", padding: 0.2 },

    initialize(options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.flows = []; this.shown = []; this.selected = this.hovered = -1; this.version = "";
      this._drawn = []; this._listeners = [];
    },

    onAdd(map) {
      frame.CanvasLayer.prototype.onAdd.call(this, map);
      this._tip = L.DomUtil.create("div", "incident-tip", map.getContainer());
      this._tip.setAttribute("role", "tooltip");
      map.on("mousemove", (event) => this._hover(event)).on("mouseout", () => this._hover(null));
      map.on("click", (event) => this.answer(this.at(event.layerPoint)));
    },

    onChange(fn) { this._listeners.push(fn); },
    _changed(what) { this._listeners.forEach((fn) => fn(what)); },

    /** Lines in the order of the table: id, arc ([lon, lat] …), kind, status, size class, words for the tooltip. */
    setFlows(flows) {
      const pairs = new Map();
      this.flows = flows.map((flow) => {
        const points = flow.arc.map(([lon, lat]) => [mercatorX(lon), mercatorY(lat)]);
        const ends = [points[0], points[points.length - 1]].map((p) => p.join()).sort().join("|");
        const place = pairs.get(ends) || 0;
        pairs.set(ends, place + 1);
        return { ...flow, points: evenly(points), ends, place };
      });
      this.flows.forEach((flow) => { flow.of = pairs.get(flow.ends); });
      this.selected = this.hovered = -1;
      this._changed("data");
    },

    setShown(indices) { this.shown = indices; this.redraw(); this._changed("data"); },

    select(index) {
      if (index === this.selected) return;
      this.selected = index;
      this.redraw(); this._changed("selection");
    },

    /** Tell Python what was clicked; -1 takes the selection away. */
    answer(index) {
      if (index === this.selected && index < 0) return;
      this.select(index);
      frame.answer({ flow: index, version: this.version });
    },

    pick(flowId) {
      const index = this.flows.findIndex((flow) => flow.id === flowId);
      if (!this.shown.includes(index)) return false;
      this.answer(index);
      return true;
    },

    pointOf(flowId) {
      const drawn = this._drawn.find(({ index }) => this.flows[index].id === flowId);
      return drawn ? this._map.layerPointToContainerPoint(L.point(drawn.badge).add(this._bounds.min)) : null;
    },

    fitShown() { this._fit(this.shown); },
    zoomTo(index) { if (index >= 0) this._fit([index]); },
    _fit(indices) {
      const corner = ([x, y]) => L.CRS.EPSG3857.pointToLatLng(L.point(x, y), 0);
      const points = indices.flatMap((i) => this.flows[i].points);
      if (points.length) frame.fit(L.latLngBounds(points.map(corner)).pad(0.06), 6.5);
    },

    // ---- drawing ---------------------------------------------------------------------------------------------------
    paint(c, view) {
      this._drawn = [];
      const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min), seen = this._map.getSize();
      view.seen = [corner.x, corner.y, corner.x + seen.x, corner.y + seen.y];
      const { colors } = view, taken = [], order = this.shown.filter((i) => i !== this.selected);
      if (this.shown.includes(this.selected)) order.push(this.selected);
      c.lineJoin = "round";
      order.forEach((index) => {
        const line = this._line(this.flows[index], view);
        this._drawn.push({ index, line, badge: line[0] });
        this._stroke(c, this.flows[index], line, colors, this._strength(index));
      });
      this._places(c, view, taken);
      [...this._drawn].reverse().forEach((drawn) => this._badge(c, view, drawn, taken));
      frame.keepClear(taken.map(([left, top, right, bottom]) => [left + view.origin.x, top + view.origin.y, right + view.origin.x, bottom + view.origin.y]));
    },

    _strength(index) { return this.selected < 0 || !this.shown.includes(this.selected) || index === this.selected ? 1 : 0.28; },

    /** Pixels of a line: bowed apart from those between the same places, a loop where it would be too short to see. */
    _line(flow, { scale, origin, size }) {
      const raw = flow.points.map(([x, y]) => [x * scale - origin.x, y * scale - origin.y]);
      // Of the copies of the world the one whose middle is nearest to the middle of the view.
      const middle = raw[raw.length >> 1][0], shift = Math.round((size.x / 2 - middle) / (WORLD * scale)) * WORLD * scale;
      const a = raw[0], b = raw[raw.length - 1], dx = b[0] - a[0], dy = b[1] - a[1], chord = Math.hypot(dx, dy) || 1;
      const along = [dx / chord, dy / chord], right = [-along[1], along[0]];
      const short = Math.max(0, 1 - chord / SHORT);
      const bow = (flow.place - (flow.of - 1) / 2) * APART * (1 - short) + short * (LOOP + flow.place * 1.4 * LOOP);
      const round = -short * (9 + flow.place * 7);
      return raw.map(([x, y], k) => {
        const t = k / (raw.length - 1), out = bow * Math.sin(Math.PI * t), back = round * Math.sin(2 * Math.PI * t);
        return [x + shift + right[0] * out + along[0] * back, y + right[1] * out + along[1] * back];
      });
    },

    _stroke(c, flow, line, colors, strength) {
      const width = frame.config.widths[flow.size], head = 6 + 1.7 * width, chosen = this.flows[this.selected] === flow;
      const color = colors.flows[frame.config.groups[flow.kind]];
      const { tip, base, turn } = ending(line, head);
      const path = new Path2D();
      line.forEach(([x, y], k) => { if (k === 0) path.moveTo(x, y); else if (k < base) path.lineTo(x, y); });
      path.lineTo(tip[0] - Math.cos(turn) * head * 0.7, tip[1] - Math.sin(turn) * head * 0.7);
      c.globalAlpha = strength;
      c.setLineDash([]); c.lineCap = "round";
      c.strokeStyle = colors.halo; c.lineWidth = width + (chosen ? 4 : 2);
      c.globalAlpha = strength * (chosen ? 1 : 0.7); c.stroke(path);
      c.globalAlpha = strength;
      c.lineCap = "butt"; c.setLineDash(frame.config.dashes[flow.status] || []);
      c.strokeStyle = color; c.lineWidth = width + (chosen ? 1 : 0); c.stroke(path);
      c.setLineDash([]);
      c.fillStyle = color; c.strokeStyle = colors.halo; c.lineWidth = 1;
      c.beginPath(); c.moveTo(...tip);
      for (const side of [0.38, -0.38]) c.lineTo(tip[0] - Math.cos(turn + side) * head, tip[1] - Math.sin(turn + side) * head);
      c.closePath(); c.fill(); c.stroke();
      c.globalAlpha = 1;
    },

    /** Dots and names of the places; a name that would touch another is left out. */
    _places(c, { colors, seen }, taken) {
      const places = new Map();
      this._drawn.forEach(({ index, line }) => {
        const flow = this.flows[index];
        [[flow.from, line[0]], [flow.to, line[line.length - 1]]].forEach(([name, p]) => places.set(name, p));
      });
      c.font = `600 11.5px ${frame.config.font}`; c.textBaseline = "middle"; c.lineJoin = "round";
      const dots = [...places.values()];
      dots.forEach(([x, y]) => taken.push([x - 4, y - 4, x + 4, y + 4]));
      places.forEach(([x, y], name) => {
        c.beginPath(); c.arc(x, y, 3, 0, 7); c.fillStyle = colors.text; c.strokeStyle = colors.halo; c.lineWidth = 1.5; c.stroke(); c.fill();
        const width = c.measureText(name).width;
        const spots = [[x + 7, y, "left"], [x - 7, y, "right"], [x, y + 13, "center"], [x, y - 13, "center"]];
        const spot = spots.find(([sx, sy, align]) => {
          const left = align === "left" ? sx : align === "right" ? sx - width : sx - width / 2;
          return within(seen, [left - 1, sy - 7, left + width + 1, sy + 7]) && claim(taken, [left - 1, sy - 7, left + width + 1, sy + 7]);
        });
        if (!spot) return;
        c.textAlign = spot[2]; c.strokeStyle = colors.land; c.lineWidth = 3; c.strokeText(name, spot[0], spot[1]);
        c.fillStyle = colors.text; c.fillText(name, spot[0], spot[1]);
      });
    },

    /** The number of a line in the table, where it is free; a contradicted figure says so beside it. */
    _badge(c, { colors, seen }, drawn, taken) {
      const flow = this.flows[drawn.index], { line } = drawn;
      const word = flow.contradicted ? text.contradicted : "";
      c.font = `600 11px ${frame.config.font}`;
      const width = word ? c.measureText(word).width + 4 : 0;
      const box = ([x, y], side) => [x - BADGE - 1 - (side < 0 ? width : 0), y - BADGE - 1, x + BADGE + 1 + (side > 0 ? width : 0), y + BADGE + 1];
      const free = (p, side) => within(seen, box(p, side)) && claim(taken, box(p, side));
      const at = Array.from({ length: STEPS - 7 }, (_, k) => line[(STEPS >> 1) + (k % 2 ? 1 : -1) * ((k + 1) >> 1)]);
      const tries = at.flatMap((p) => (word ? [[p, 1], [p, -1]] : [[p, 1]]));
      const found = tries.find(([p, where]) => free(p, where)) || (drawn.index === this.selected ? tries[0] : null);
      drawn.badge = found ? found[0] : at[0];
      if (!found) return; // no room: the list beside the map has it
      const [spot, side] = found;
      const color = colors.flows[frame.config.groups[flow.kind]], chosen = drawn.index === this.selected;
      c.globalAlpha = this._strength(drawn.index) === 1 ? 1 : 0.55;
      c.beginPath(); c.arc(...spot, BADGE, 0, 7);
      c.fillStyle = chosen ? color : colors.panel; c.fill();
      c.strokeStyle = color; c.lineWidth = 1.5; c.stroke();
      c.fillStyle = chosen ? colors.panel : colors.text; c.textAlign = "center"; c.textBaseline = "middle";
      c.fillText(String(drawn.index + 1), spot[0], spot[1] + 0.5);
      if (word) {
        const x = spot[0] + side * (BADGE + 4);
        c.textAlign = side > 0 ? "left" : "right"; c.strokeStyle = colors.land; c.lineWidth = 3;
        c.strokeText(word, x, spot[1]); c.fillStyle = colors.text; c.fillText(word, x, spot[1]);
      }
      c.globalAlpha = 1;
    },

    // ---- pointing ----------------------------------------------------------------------------------------------------
    /** Index of the line at a layer point: the one whose number or stroke is nearest, -1 when none is within reach. */
    at(layerPoint) {
      if (!this._bounds) return -1;
      const p = layerPoint.subtract(this._bounds.min);
      let best = -1, least = Infinity;
      this._drawn.forEach(({ index, line, badge }) => {
        const number = Math.hypot(badge[0] - p.x, badge[1] - p.y) - BADGE;
        let stroke = Infinity;
        for (let k = 1; k < line.length; k++) stroke = Math.min(stroke, toSegment(p, line[k - 1], line[k]));
        const distance = Math.min(number, stroke - frame.config.widths[this.flows[index].size] / 2);
        if (distance <= REACH && distance < least) { least = distance; best = index; }
      });
      return best;
    },

    _hover(event) {
      const index = event ? this.at(event.layerPoint) : -1;
      this._map.getContainer().style.cursor = index >= 0 ? "pointer" : "";
      this._tip.style.display = index >= 0 ? "block" : "none";
      if (index < 0) return;
      const flow = this.flows[index], size = this._map.getSize(), { x, y } = event.containerPoint;
      const title = document.createElement("strong"), line = document.createElement("span");
      title.textContent = flow.title; line.textContent = flow.line;
      this._tip.replaceChildren(title, line);
      this._tip.style.transform = `translate(${Math.max(4, Math.min(x + 14, size.x - this._tip.offsetWidth - 8))}px, ${Math.max(4, Math.min(y + 14, size.y - this._tip.offsetHeight - 8))}px)`;
    },
  });

  /** The same line as so many points, evenly spaced. */
  function evenly(points) {
    const lengths = points.map((p, k) => (k ? Math.hypot(p[0] - points[k - 1][0], p[1] - points[k - 1][1]) : 0));
    const total = lengths.reduce((a, b) => a + b, 0);
    let k = 1, before = 0;
    return Array.from({ length: STEPS + 1 }, (_, n) => {
      const wanted = (total * n) / STEPS;
      while (k < points.length - 1 && before + lengths[k] < wanted) before += lengths[k++];
      const t = lengths[k] ? Math.min(1, (wanted - before) / lengths[k]) : 0;
      return [0, 1].map((axis) => points[k - 1][axis] + t * (points[k][axis] - points[k - 1][axis]));
    });
  }

  /** Where an arrowhead of a length goes: its tip, the first point that it covers, its direction. */
  function ending(line, head) {
    const tip = line[line.length - 1];
    let base = line.length - 1;
    while (base > 1 && Math.hypot(line[base][0] - tip[0], line[base][1] - tip[1]) < head) base--;
    return { tip, base: base + 1, turn: Math.atan2(tip[1] - line[base][1], tip[0] - line[base][0]) };
  }

  function toSegment(p, [ax, ay], [bx, by]) {
    const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((p.x - ax) * dx + (p.y - ay) * dy) / length)) : 0;
    return Math.hypot(p.x - ax - t * dx, p.y - ay - t * dy);
  }

  function within(frameBox, box) {
    return box[0] >= frameBox[0] && box[1] >= frameBox[1] && box[2] <= frameBox[2] && box[3] <= frameBox[3];
  }

  /** Take a box unless it touches one already taken. */
  function claim(taken, box) {
    if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return false;
    taken.push(box);
    return true;
  }
})();
