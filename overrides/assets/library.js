// The script of every page. The quick exit works at once and imports nothing. The other scripts are not needed for
// reading, so they are loaded after the page is painted.
//
// The quick exit empties the page immediately and replaces it with a neutral one, so that Back does not return here. It
// follows GOV.UK's "exit this page".

const PRESSES_TO_EXIT = 3;
const TIME_LIMIT_MS = 5000;

/** Mark a text for translation. It is translated when the other scripts are loaded. @param {string} text */
const message = (text) => text;

const messages = {
  cancelled: message("Exit cancelled."),
  twice: message("Shift: press 2 more times to leave this site."),
  once: message("Shift: press 1 more time to leave this site."),
};

/**
 * Empty the page and go to another site.
 *
 * @param {string} address
 */
function exit(address) {
  const message = document.createElement("p");
  message.className = "lib-visually-hidden";
  message.setAttribute("role", "alert");
  message.textContent = "Loading.";
  document.title = "Loading";
  document.body.replaceChildren(message);
  window.location.replace(address);
}

/**
 * Exit when a reader follows one of the exit links.
 *
 * @param {NodeListOf<HTMLAnchorElement>} links
 */
function exitOnClick(links) {
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      exit(link.href);
    });
  }
}

/**
 * Exit when Shift is pressed three times within five seconds. Any other key starts the count again.
 *
 * @param {string} address
 * @param {HTMLElement | null} status announces the number of presses to screen readers
 * @param {HTMLElement | null} indicator shows the number of presses
 */
function exitOnShift(address, status, indicator) {
  let presses = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /**
   * @param {number} number
   * @param {string} message
   */
  const show = (number, message) => {
    presses = number;
    if (indicator) indicator.dataset.leavePresses = String(number);
    if (status) status.textContent = message;
  };
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      clearTimeout(timer);
      if (presses > 0) show(0, "");
      return;
    }
    const remaining = PRESSES_TO_EXIT - presses - 1;
    if (remaining === 0) {
      exit(address);
      return;
    }
    if (presses === 0) timer = setTimeout(() => show(0, messages.cancelled), TIME_LIMIT_MS);
    show(presses + 1, remaining === 1 ? messages.once : messages.twice);
  });
}

/** @type {NodeListOf<HTMLAnchorElement>} */
const exitLinks = document.querySelectorAll("a[data-leave]");
exitOnClick(exitLinks);
if (exitLinks.length > 0) {
  exitOnShift(
    exitLinks[0].href,
    document.querySelector("[data-leave-status]"),
    document.querySelector("[data-leave-presses]"),
  );
}

const loaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  else window.addEventListener("load", resolve, { once: true });
});
const painted = new Promise((resolve) => {
  if (!PerformanceObserver.supportedEntryTypes.includes("paint")) resolve(undefined);
  else new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
});

/** Translate the messages. */
async function translateMessages() {
  const { gettext } = await import("./words.js");
  messages.cancelled = gettext(messages.cancelled);
  messages.twice = gettext(messages.twice);
  messages.once = gettext(messages.once);
}

/** Load the scripts that only some pages need. */
function importForPage() {
  return Promise.all([
    document.querySelector("[data-new-since]") ? import("./new-since.js") : undefined,
    document.querySelector("[data-listen]") ? import("./listen.js") : undefined,
  ]);
}

/** Resolved when the other scripts have run. Tests wait for it. */
export const ready = Promise.all([loaded, painted]).then(() =>
  Promise.all([
    translateMessages(),
    import("./settings.js"),
    import("./search-box.js"),
    import("./share.js"),
    importForPage(),
  ]),
);
