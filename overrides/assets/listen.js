// Reads the page aloud with a voice of the device. The buttons are shown only if there is such a voice for the language
// of the page: other voices send the text to a company.

import { getElement } from "./dom.js";
import { gettext, showText } from "./words.js";

/** @typedef {"stopped" | "playing" | "paused"} State */

const TEXTS = "h1, .lib-subtitle, .lib-lede, .lib-sections > li, section:has(> :is(#story, #learning, #practice, #community, #questions))";
const BLOCKS = "h2, h3, h4, p, li, td, th";
const SPOKEN = "lib-spoken";

const row = getElement(document, "[data-listen]", HTMLElement);
const playButton = getElement(row, "[data-listen-play]", HTMLButtonElement);
const stopButton = getElement(row, "[data-listen-stop]", HTMLButtonElement);

/** What is read, block by block. @type {HTMLElement[]} */
let queue = [];
/** @type {HTMLElement | null} */
let current = null;
/** The state of the button that plays, pauses and continues. @type {State} */
let state = "stopped";

/**
 * Return the language of an element.
 *
 * @param {Element} target
 * @returns {string}
 */
function getLanguage(target) {
  return /** @type {HTMLElement | null} */ (target.closest("[lang]"))?.lang ?? "";
}

/**
 * Return a voice of this device for a language: for the same country if there is one.
 *
 * @param {string} language
 * @returns {SpeechSynthesisVoice | undefined}
 */
function findVoice(language) {
  const [base] = language.toLowerCase().split("-");
  const voices = speechSynthesis.getVoices().filter((voice) => {
    // Android writes en_GB.
    return voice.localService === true && voice.lang.toLowerCase().split(/[-_]/)[0] === base;
  });
  return voices.find((voice) => voice.lang.replace("_", "-").toLowerCase() === language.toLowerCase()) ?? voices[0];
}

/**
 * Return the blocks of text to read: the title, the summary and the parts, without the lists of documents and links.
 *
 * @returns {HTMLElement[]}
 */
function findBlocks() {
  /** @type {HTMLElement[]} */
  const texts = [...document.querySelectorAll(/** @type {"main"} */ (`main :is(${TEXTS})`))];
  return texts.flatMap((text) => {
    /** @type {HTMLElement[]} */
    const blocks = [...text.querySelectorAll(/** @type {"p"} */ (BLOCKS))];
    const leaves = blocks.filter((block) => block.querySelector(BLOCKS) === null);
    return leaves.length > 0 ? leaves : [text];
  });
}

/**
 * Show the state in the buttons.
 *
 * @param {State} next
 */
function showState(next) {
  state = next;
  const texts = { stopped: gettext("Listen"), playing: gettext("Pause"), paused: gettext("Continue") };
  showText(playButton, texts[state]);
  stopButton.hidden = state === "stopped";
}

/**
 * Mark the block that is being read.
 *
 * @param {HTMLElement | null} block
 */
function markSpoken(block) {
  current?.classList.remove(SPOKEN);
  current = block;
  current?.classList.add(SPOKEN);
}

/** Read the next block. A block in a language for which the device has no voice is left out. */
function readNext() {
  const block = queue.shift();
  markSpoken(null);
  if (block === undefined) {
    showState("stopped");
    return;
  }
  const language = getLanguage(block);
  const voice = findVoice(language);
  const text = block.textContent.replace(/\s+/g, " ").trim();
  if (voice === undefined || text === "") {
    readNext();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = language;
  const reading = queue;
  utterance.addEventListener("end", () => {
    if (reading === queue && state !== "stopped") readNext();
  });
  utterance.addEventListener("error", () => {
    if (reading === queue && state !== "stopped") stop();
  });
  markSpoken(block);
  speechSynthesis.speak(utterance);
}

/** Start, pause or continue. */
function play() {
  if (state === "playing") {
    speechSynthesis.pause();
    showState("paused");
  } else if (state === "paused") {
    speechSynthesis.resume();
    showState("playing");
  } else {
    queue = findBlocks();
    showState("playing");
    readNext();
  }
}

/** Stop reading. */
function stop() {
  queue = [];
  showState("stopped");
  markSpoken(null);
  // A paused voice would stay paused for the next text.
  speechSynthesis.resume();
  speechSynthesis.cancel();
}

/** Show the buttons if the device has a voice for the page. */
function showIfPossible() {
  row.hidden = findVoice(getLanguage(getElement(document, "h1", HTMLHeadingElement))) === undefined;
}

if ("speechSynthesis" in window) {
  playButton.addEventListener("click", play);
  stopButton.addEventListener("click", () => {
    stop();
    playButton.focus();
  });
  // Some browsers go on reading when the page has gone.
  window.addEventListener("pagehide", () => {
    if (state !== "stopped") stop();
  });
  speechSynthesis.addEventListener?.("voiceschanged", showIfPossible);
  showIfPossible();
}
