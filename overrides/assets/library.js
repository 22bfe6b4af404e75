// Small helps on top of pages that work without them. Nobody needs one to read, so they wait until the page is there;
// the way out (leave.js) waits for nothing. What a page rarely needs is asked for when it is needed.

const pageIsThere = new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else window.addEventListener("load", resolve, { once: true });
});

/** Fulfilled when all helps answer. */
export const ready = pageIsThere.then(() =>
  Promise.all([import("./settings.js"), import("./search-box.js"), import("./share.js")]),
);
