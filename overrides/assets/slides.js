// The slides of a briefing: keys, buttons, the number of the slide, and the full screen. Without this script a reader
// scrolls through them.

import { getElement } from "./dom.js";
import { gettext, ngettext, showText } from "./words.js";

/** The part of the window that a key scrolls if a slide is longer than the window. */
const PART_OF_WINDOW = 0.8;
/** The part of the window above the first slide from which the title is read, and not the first slide. */
const PART_OF_TITLE = 0.2;
const TOLERANCE = 4;
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

const deck = getElement(document, "[data-slides]", HTMLElement);
const controls = getElement(deck, ".lib-deck__controls", HTMLElement);
const place = getElement(controls, "[data-slide-place]", HTMLElement);
const progress = getElement(controls, "progress", HTMLProgressElement);
const fullScreen = getElement(controls, "[data-full-screen]", HTMLButtonElement);
/** @type {HTMLElement[]} */
const stops = [...deck.querySelectorAll(/** @type {"section"} */ (".lib-slide, .lib-deck__end"))];

/**
 * Return the element that scrolls: the slides on the full screen, otherwise the page.
 *
 * @returns {Element}
 */
function getScroller() {
  return document.fullscreenElement === deck ? deck : document.documentElement;
}

/**
 * Return where the visible part of the slides begins and ends, in pixels from the top of the window.
 *
 * @returns {{ top: number, bottom: number }}
 */
function getView() {
  const top = Number.parseFloat(getComputedStyle(getScroller()).scrollPaddingTop) || 0;
  return { top, bottom: controls.getBoundingClientRect().top };
}

/**
 * Return the number of the slide that fills most of the window: 0 for the first, and -1 while the title is above it.
 *
 * @returns {number}
 */
function findCurrent() {
  const { top, bottom } = getView();
  if (stops[0].getBoundingClientRect().top > top + (bottom - top) * PART_OF_TITLE) return -1;
  const middle = (top + bottom) / 2;
  return stops.findLastIndex((stop) => stop.getBoundingClientRect().top <= middle);
}

/** Show the number of the current slide, or how many slides there are while the reader is above the first. */
function showPlace() {
  const number = findCurrent() + 1;
  const count = stops.length;
  const sentence =
    number > 0
      ? gettext("Slide {number} of {count}", { number, count })
      : ngettext("{number} slide", "{number} slides", count);
  if (place.textContent !== sentence) showText(place, sentence);
  progress.value = number;
}

/**
 * Go to the next or the previous slide. If the current slide continues in that direction, scroll to the rest of it.
 *
 * @param {number} step 1 or -1
 */
function move(step) {
  const { top, bottom } = getView();
  const current = findCurrent();
  const box = stops[current]?.getBoundingClientRect();
  const continues = box !== undefined && (step > 0 ? box.bottom > window.innerHeight + TOLERANCE : box.top < top - TOLERANCE);
  if (continues) {
    getScroller().scrollBy({ top: step * (bottom - top) * PART_OF_WINDOW });
    return;
  }
  const next = current + step;
  if (next < 0) getScroller().scrollTo({ top: 0 });
  else stops[Math.min(next, stops.length - 1)].scrollIntoView({ block: "start" });
}

/**
 * Return true if the reader is typing, or uses a combination that the browser knows.
 *
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function isForOthers(event) {
  const isCombined = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return isCombined || (event.target instanceof Element && event.target.matches("input, select, textarea"));
}

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (step === undefined || isForOthers(event)) return;
  event.preventDefault();
  move(step);
});
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (controls.querySelectorAll("[data-slide-step]"))) {
  button.addEventListener("click", () => move(Number(button.dataset.slideStep)));
}
fullScreen.hidden = !document.fullscreenEnabled;
fullScreen.addEventListener("click", async () => {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await deck.requestFullscreen();
});
document.addEventListener("fullscreenchange", () => {
  const isFull = document.fullscreenElement === deck;
  showText(fullScreen, isFull ? gettext("Leave full screen") : gettext("Full screen"));
  showPlace();
});
document.addEventListener("scroll", () => requestAnimationFrame(showPlace), { capture: true, passive: true });
window.addEventListener("resize", showPlace);
controls.hidden = false;
showPlace();
