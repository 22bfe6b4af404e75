// Small helps on top of pages that work without them. The way out comes first and waits for nothing; nobody needs one
// of the others to read, so they wait until the page has been painted.
//
// The way out: the page goes blank at once, and a neutral one takes its place, so that Back does not return here. The
// pattern is GOV.UK's "exit this page".

const SHIFTS_TO_LEAVE = 3;
const SHIFTS_WITHIN_MS = 5000;

function leave(address) {
  const word = document.createElement("p");
  word.className = "lib-visually-hidden";
  word.setAttribute("role", "alert");
  word.textContent = "Loading.";
  document.title = "Loading";
  document.body.replaceChildren(word);
  window.location.replace(address);
}

function leaveByLink(links) {
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link.href);
    });
  }
}

/** Shift pressed three times within five seconds leaves too; any other key starts the count again. */
function leaveByShift(address, status, sign) {
  let presses = 0;
  let timer;
  const show = (number, words) => {
    presses = number;
    sign.dataset.leavePresses = number;
    status.textContent = words;
  };
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      clearTimeout(timer);
      if (presses > 0) show(0, "");
      return;
    }
    const left = SHIFTS_TO_LEAVE - presses - 1;
    if (left === 0) {
      leave(address);
      return;
    }
    if (presses === 0) timer = setTimeout(() => show(0, "Quick exit cancelled. Press Shift three times to leave."), SHIFTS_WITHIN_MS);
    show(presses + 1, `Shift: press ${left} more ${left === 1 ? "time" : "times"} to leave this site.`);
  });
}

const links = document.querySelectorAll("a[data-leave]");
leaveByLink(links);
if (links.length > 0) {
  const [status, sign] = ["[data-leave-status]", "[data-leave-presses]"].map((each) => document.querySelector(each));
  leaveByShift(links[0].href, status, sign);
}

const loaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else window.addEventListener("load", resolve, { once: true });
});
const painted = new Promise((resolve) => {
  if (!PerformanceObserver.supportedEntryTypes.includes("paint")) resolve();
  else new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
});

/** Fulfilled when all helps answer. */
export const ready = Promise.all([loaded, painted]).then(() =>
  Promise.all([import("./settings.js"), import("./search-box.js"), import("./share.js")]),
);
