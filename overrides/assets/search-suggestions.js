// Suggestions below the search field in the header: a combobox whose options are results, grouped by kind.

/** @import { SearchAnswer } from "./search-index.js" */
/** @import { SearchResult } from "./search-ranking.js" */
/** @import { Snippet } from "./snippets.js" */

import { element, getElement, markMatches } from "./dom.js";
import { loadSnippet, prepare, search } from "./search-index.js";
import { limitResults } from "./search-ranking.js";
import { countResults, describeMissing, describeResults, isUnusual, KIND_HEADINGS, nameKinds } from "./search-texts.js";
import { gettext, showText } from "./words.js";

const MAX_SUGGESTIONS = 8;
const MAX_PER_KIND = 3;
const MIN_LETTERS = 2;
const TYPING_DELAY_MS = 150;

let forms = 0;

/**
 * Return an option: a link with the title, the kind and a sentence. For a document it links to the page of the match.
 *
 * @param {Snippet} snippet
 * @param {string} note the typed words that the result lacks
 * @param {string} id
 * @returns {HTMLElement}
 */
function renderOption({ address, title, kind, date, howToRead, sentence, places }, note, id) {
  const [place] = places;
  const page = kind === "Document" ? place : undefined;
  const about = [kind in KIND_HEADINGS ? "" : kind, date, howToRead, page?.title, note].filter(Boolean).join(", ");
  const text = sentence.some((part) => part.isMatch) || place === undefined ? sentence : place.sentence;
  return element(
    "a",
    { role: "option", id, href: page?.url ?? address, tabindex: "-1", "aria-selected": "false" },
    element("span", { class: "lib-option__title" }, title, " "),
    ...(about ? [element("span", { class: "lib-option__about" }, about, " ")] : []),
    element("span", { class: "lib-option__text" }, ...markMatches(text)),
  );
}

/**
 * Return a group of options for each kind of result.
 *
 * @param {Snippet[]} snippets
 * @param {SearchResult[]} results the results of the snippets, in the same order
 * @param {string} phrase a phrase that no result has
 * @param {string} name the beginning of all ids
 * @returns {HTMLElement[]}
 */
function renderGroups(snippets, results, phrase, name) {
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const [number, snippet] of snippets.entries()) {
    const { kind } = results[number];
    const option = renderOption(snippet, describeMissing(results[number], phrase), `${name}-${number}`);
    groups.set(kind, [...(groups.get(kind) ?? []), option]);
  }
  return [...groups].map(([kind, options]) => {
    const id = `${name}-${kind}`;
    const label = element("div", { class: "lib-options__kind", id, role: "presentation" }, KIND_HEADINGS[kind]);
    return element("div", { role: "group", "aria-labelledby": id }, label, ...options);
  });
}

/**
 * Add suggestions to the search field of a form. Without them the form still leads to the results page.
 *
 * @param {HTMLFormElement} form
 */
export function addSuggestions(form) {
  forms += 1;
  const field = getElement(form, "[name=q]", HTMLInputElement);
  const name = `lib-options-${forms}`;
  const note = element("p", { class: "lib-options__note" });
  const list = element("div", { role: "listbox", id: name, "aria-label": gettext("Results") });
  const popup = element("div", { class: "lib-options" }, note, list);
  const status = element("p", { class: "lib-visually-hidden", role: "status" });
  popup.hidden = true;
  form.append(popup, status);

  let searches = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {HTMLElement | undefined} */
  let active;

  /**
   * Make an option the active one.
   *
   * @param {HTMLElement | undefined} option undefined for none
   */
  function select(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) field.setAttribute("aria-activedescendant", active.id);
    else field.removeAttribute("aria-activedescendant");
  }

  /** Open the list, at the side of the field where there is more room. */
  function open() {
    popup.hidden = false;
    const { left, right } = field.getBoundingClientRect();
    const middle = document.documentElement.clientWidth / 2;
    popup.classList.toggle("lib-options--end", (left + right) / 2 > middle);
    field.setAttribute("aria-expanded", list.children.length > 0 ? "true" : "false");
    if (list.children.length > 0) field.setAttribute("aria-controls", name);
  }

  /** Close the list, and ignore the answer of a search that is still running. */
  function close() {
    searches += 1;
    clearTimeout(timer);
    select(undefined);
    popup.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-controls");
  }

  /**
   * Announce a message to screen readers.
   *
   * @param {string} text
   * @param {boolean} isVisible true to show the text as well
   * @param {string} extra a text only for screen readers
   */
  function announce(text, isVisible, extra = "") {
    showText(note, isVisible ? text : "");
    note.hidden = !isVisible;
    status.textContent = `${text} ${extra}`.trim();
  }

  /** Search for the words in the field, and show the suggestions. */
  async function suggest() {
    searches += 1;
    const thisSearch = searches;
    const words = field.value.trim();
    if (words.length < MIN_LETTERS) {
      close();
      status.textContent = "";
      return;
    }
    try {
      const answer = await search(words, form.dataset);
      const best = limitResults(answer.results, MAX_SUGGESTIONS, MAX_PER_KIND);
      const snippets = await Promise.all(best.map(loadSnippet));
      if (thisSearch === searches) show(words, answer, renderGroups(snippets, best, answer.phrase, name));
    } catch (error) {
      if (thisSearch !== searches) return;
      console.warn(error);
      list.replaceChildren();
      announce(gettext("Search is not working. Press Enter for other ways to find something."), true);
      open();
    }
  }

  /**
   * Show groups of options, and a link to all results.
   *
   * @param {string} words the words that the reader typed
   * @param {SearchAnswer} answer
   * @param {HTMLElement[]} groups
   */
  function show(words, answer, groups) {
    const number = answer.results.length;
    select(undefined);
    list.replaceChildren(...groups);
    if (number === 0) {
      announce(gettext("No results for “{words}”.", { words }), true);
      open();
      return;
    }
    const page = new URL(form.action);
    page.searchParams.set("q", words);
    list.append(
      element(
        "a",
        {
          role: "option",
          id: `${name}-all`,
          class: "lib-options__all",
          href: page.href,
          tabindex: "-1",
          "aria-selected": "false",
        },
        gettext("See all {results}", { results: countResults(number) }),
      ),
    );
    const count = gettext("{results}, use the arrow keys.", { results: countResults(number) });
    if (isUnusual(words, answer)) announce(describeResults(words, "", answer, number), true, gettext("Use the arrow keys."));
    else announce(count, false);
    open();
  }

  /**
   * Move to another option. Return true if the key did something.
   *
   * @param {string} key
   * @returns {boolean}
   */
  function move(key) {
    const options = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
    const last = options.length - 1;
    if (popup.hidden || last < 0) {
      if (key === "ArrowDown") suggest();
      return key === "ArrowDown";
    }
    const current = active === undefined ? -1 : options.indexOf(active);
    if ((key === "Home" || key === "End") && current < 0) return false;
    if (key === "ArrowDown") select(options[current + 1]);
    else if (key === "ArrowUp") select(options[current < 0 ? last : current - 1]);
    else select(options[key === "Home" ? 0 : last]);
    return true;
  }

  /**
   * Handle a key in the field.
   *
   * @param {KeyboardEvent} event
   */
  function handleKey(event) {
    if (event.isComposing) return;
    if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) {
      if (move(event.key)) event.preventDefault();
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      active.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (popup.hidden) field.value = "";
      status.textContent = "";
      close();
    }
  }

  /** Search a moment after the last letter. */
  function suggestSoon() {
    clearTimeout(timer);
    timer = setTimeout(suggest, TYPING_DELAY_MS);
  }

  field.addEventListener("input", suggestSoon);
  field.addEventListener("keydown", handleKey);
  field.addEventListener("focus", () => field.value.trim().length >= MIN_LETTERS && suggestSoon());
  // A click on an option must not move the focus away from the field, because that closes the list.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && popup.contains(relatedTarget))) close();
  });
  window.addEventListener("pagehide", close);
  nameKinds(form.dataset);
  prepare(form.dataset);
  if (field.value.trim().length >= MIN_LETTERS) suggestSoon();
}
