// The way out: the page goes blank at once, and a neutral one takes its place, so that Back does not return here.

const SHIFTS_TO_LEAVE = 3;
const SHIFTS_WITHIN_MS = 5000;

function leave(address) {
  document.documentElement.classList.add("lib-left");
  document.title = "";
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
function leaveByShift(address, status) {
  let presses = 0;
  let timer;
  const reset = () => {
    presses = 0;
    status.textContent = "";
  };
  document.addEventListener("keyup", (event) => {
    clearTimeout(timer);
    if (event.key !== "Shift") {
      reset();
      return;
    }
    presses += 1;
    if (presses === SHIFTS_TO_LEAVE) {
      status.textContent = "Leaving this site.";
      leave(address);
      return;
    }
    const left = SHIFTS_TO_LEAVE - presses;
    status.textContent = `Shift: press ${left} more ${left === 1 ? "time" : "times"} to leave this site.`;
    timer = setTimeout(reset, SHIFTS_WITHIN_MS);
  });
}

const links = document.querySelectorAll("a[data-leave]");
leaveByLink(links);
if (links.length > 0) leaveByShift(links[0].href, document.querySelector("[data-leave-status]"));
