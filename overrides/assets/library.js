// Small helps on top of pages that work without them: a quicker way out, and a button that prints.

const SHIFTS_TO_LEAVE = 3;
const SHIFTS_WITHIN_MS = 5000;

/** Blanks the page at once, then opens the neutral page in its place, so that Back does not return here. */
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

/** A button with `data-print` is hidden until there is a script that can answer it. */
function printByButton(buttons) {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

const leaveLinks = document.querySelectorAll("a[data-leave]");
leaveByLink(leaveLinks);
if (leaveLinks.length > 0) {
  leaveByShift(leaveLinks[0].href, document.querySelector("[data-leave-status]"));
}
printByButton(document.querySelectorAll("button[data-print]"));
