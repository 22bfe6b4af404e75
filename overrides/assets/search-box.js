// The field in the header: Ctrl+K or / goes to it. What answers it is loaded when somebody goes there.

import { shortcutIsOn } from "./settings.js";

const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform);

/** The field to go to: the header's, or the one of the page itself. */
function fieldOf() {
  return document.querySelector("[data-search-box] input, [data-search] input");
}

/** True where a letter is meant for what has the focus. */
function types(target) {
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.nodeName);
}

function goTo(field) {
  field.focus();
  field.select();
}

function goByKey(event) {
  const field = fieldOf();
  if (field === null || event.defaultPrevented || event.isComposing) return;
  const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!chord && !(plain && shortcutIsOn() && !types(event.target))) return;
  event.preventDefault();
  goTo(field);
}

/** Says which keys lead to the field. */
function tellKeys(field) {
  const tell = () => {
    const chord = IS_MAC ? "Meta+K" : "Control+K";
    field.setAttribute("aria-keyshortcuts", shortcutIsOn() ? `${chord} /` : chord);
  };
  tell();
  document.addEventListener("change", tell);
  const hint = field.form.querySelector("[data-key]");
  if (hint !== null && IS_MAC) hint.textContent = "⌘ K";
}

function answer(form) {
  const field = form.elements.q;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-expanded", "false");
  const load = () => {
    field.removeEventListener("focus", load);
    import("./search-suggestions.js").then(
      ({ offer }) => offer(form),
      (error) => {
        console.warn(error);
        field.addEventListener("focus", load);
      },
    );
  };
  field.addEventListener("focus", load);
  if (document.activeElement === field) load();
}

document.addEventListener("keydown", goByKey);
document.querySelectorAll("form[data-search-box]").forEach(answer);
if (fieldOf() !== null) tellKeys(fieldOf());
