/* Canvases at rest: a picture takes the place of what is not drawn for a while. Without a graphics card the browser copies and blends a canvas
   at every change of the page around it, a picture only when it is new. */
(function () {
  "use strict";
  const frame = window.incidentFrame;
  const REST_MS = 300, awake = new Set(), stills = new WeakMap();
  let resting = 0;

  const show = (canvas, shown) => { canvas.style.visibility = shown ? "" : "hidden"; };

  /** Add a canvas to a container, and above it the one of its picture. */
  frame.addCanvas = (container) => {
    const canvas = L.DomUtil.create("canvas", "", container), still = L.DomUtil.create("canvas", "still", container);
    canvas.style.position = "absolute";
    show(still, false);
    stills.set(canvas, still);
    return canvas;
  };

  /** Show what has just been drawn on a canvas, unless that is nothing; a picture of it is shown once nothing more is drawn for a while. */
  frame.drawn = (canvas, empty = false) => {
    const still = stills.get(canvas);
    still.asked = null; // a picture on its way is of what was drawn before
    show(still, false);
    show(canvas, !empty);
    if (empty) awake.delete(canvas); else awake.add(canvas);
    clearTimeout(resting);
    resting = setTimeout(rest, REST_MS);
  };

  function rest() {
    for (const canvas of awake) {
      awake.delete(canvas);
      const still = stills.get(canvas), asked = (still.asked = {});
      if (canvas.isConnected && canvas.width && canvas.height) createImageBitmap(canvas).then((picture) => { if (asked === still.asked) lay(canvas, still, picture); });
    }
  }

  /** Put a picture of a canvas where the canvas is, and hide that. */
  function lay(canvas, still, picture) {
    const { alpha } = canvas.getContext("2d").getContextAttributes();
    Object.assign(still, { width: canvas.width, height: canvas.height });
    still.style.cssText = canvas.style.cssText;
    still.getContext("bitmaprenderer", { alpha }).transferFromImageBitmap(picture);
    show(canvas, false);
  }
})();
