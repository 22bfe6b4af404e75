// The search field in the header: keyboard shortcuts (Ctrl+K and /), and suggestions, which are loaded when the field
// gets the focus.

import { getElement } from "./dom.js";
import { isShortcutOn } from "./settings.js";

const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform);

/**
 * Return the search field of the page: the one in the header, or the one on the results page. Return null if there is
 * none.
 *
 * @returns {HTMLInputElement | null}
 */
function getField() {
  return document.querySelector("[data-search-box] input, [data-search] input");
}

/**
 * Return true if a key press on this element types a letter.
 *
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
function acceptsText(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.nodeName);
}

/**
 * Move the focus to the search field if the keys are one of the shortcuts.
 *
 * @param {KeyboardEvent} event
 */
function handleShortcut(event) {
  const field = getField();
  if (field === null || event.defaultPrevented || event.isComposing) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isChord = hasModifier && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  const isSlash = event.key === "/" && !hasModifier && !event.altKey;
  if (!isChord && !(isSlash && isShortcutOn() && !acceptsText(event.target))) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/**
 * Name the shortcuts in the field's attributes, for screen readers, and next to the field.
 *
 * @param {HTMLInputElement} field
 */
function describeShortcuts(field) {
  const update = () => {
    const chord = IS_MAC ? "Meta+K" : "Control+K";
    field.setAttribute("aria-keyshortcuts", isShortcutOn() ? `${chord} /` : chord);
  };
  update();
  document.addEventListener("change", update);
  const hint = field.form?.querySelector("[data-key]");
  if (hint && IS_MAC) hint.textContent = "⌘ K";
}

/**
 * Load the suggestions of a search form when its field gets the focus. If they cannot be loaded, try again next time.
 *
 * @param {HTMLFormElement} form
 */
function loadSuggestionsOnFocus(form) {
  const field = getElement(form, "[name=q]", HTMLInputElement);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-expanded", "false");
  const load = () => {
    field.removeEventListener("focus", load);
    import("./search-suggestions.js").then(
      ({ addSuggestions }) => addSuggestions(form),
      (error) => {
        console.warn(error);
        field.addEventListener("focus", load);
      },
    );
  };
  field.addEventListener("focus", load);
  if (document.activeElement === field) load();
}

document.addEventListener("keydown", handleShortcut);
/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("form[data-search-box]");
forms.forEach(loadSuggestionsOnFocus);
const field = getField();
if (field !== null) describeShortcuts(field);
