/* Files that the maps ask for, kept in the page: the frame of a map is made anew with each screen, and a browser takes 30 ms to answer
   a fetch from its own cache. */
(() => {
  if (window.airspaceFetched) return;
  const MOST_BYTES = 4e6, kept = new Map();
  let bytes = 0;

  async function asked(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return response.arrayBuffer();
  }

  /** The bytes of a file that never changes under its address, which is a whole one; to be read only. */
  window.airspaceFetched = (url) => {
    if (!kept.has(url)) {
      kept.set(url, asked(url));
      kept.get(url).then((buffer) => {
        bytes += buffer.byteLength;
        if (bytes <= MOST_BYTES) return;
        kept.clear();
        bytes = 0;
      }, () => kept.delete(url));
    }
    return kept.get(url);
  };
})();
