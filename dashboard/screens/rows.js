/* Rows that can be chosen, and the words between them: one element of Streamlit's, however many they are. */
export default function ({ data, parentElement, setTriggerValue }) {
  const before = parentElement.querySelector(":scope > .rows"), box = before || document.createElement("div");
  const told = JSON.stringify(data.nodes);

  /** Where a row leads, and whether it is the selected one. */
  function point([element, { event, to }]) {
    element.href = to || `?${data.query}event=${encodeURIComponent(event)}`;
    if (event && event === data.selected) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }

  function built(node) {
    if (typeof node === "string") return node;
    const isRow = !Array.isArray(node);
    const [name, kind, ...inner] = isRow ? ["a", `row ${node.kind}`, ...node.lines] : node;
    const element = document.createElement(name);
    if (kind) element.className = kind;
    if (isRow) {
      element.dataset.row = node.row;
      element.dataset.event = node.event;
      if (!node.event) element.classList.add("inside");
      box.links.push([element, node]);
    }
    element.append(...inner.map(built));
    return element;
  }

  if (box.told !== told) { // the same rows stay where they are, with the focus and what is marked in them
    const focused = box.contains(document.activeElement) ? document.activeElement.dataset.row : "";
    Object.assign(box, { className: "rows", told, links: [] });
    box.replaceChildren(...data.nodes.map(built));
    if (!before) parentElement.append(box);
    if (focused) box.querySelector(`[data-row="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  box.links.forEach(point);
  // A link is a link: in another tab or window it opens by its address, here it is answered without a new page (regions.js follows those without an event).
  box.onclick = (event) => {
    const row = event.target.closest("a[data-row]:not(.inside)");
    if (row && window.airspaceAnswers(event)) setTriggerValue("chosen", row.dataset.row);
  };
}
