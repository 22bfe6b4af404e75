// What the field in the header offers while somebody types: a combobox with a list of options, grouped by kind.

import { element, marked } from "./dom.js";
import { find, prepare, read } from "./search-index.js";

const OPTIONS_AT_MOST = 8;
const OF_A_KIND_AT_MOST = 3;
const LETTERS_AT_LEAST = 2;
const WAIT_MS = 150;

/** The best results, of no kind so many that they hide the others. */
function chosen(results) {
  const counts = {};
  const few = results.filter(({ kind }) => (counts[kind] = (counts[kind] ?? 0) + 1) <= OF_A_KIND_AT_MOST);
  return few.slice(0, OPTIONS_AT_MOST);
}

const GROUPS = {
  Review: "Reviews",
  Briefing: "Briefings",
  Document: "Documents",
  Page: "Pages",
  Bulletin: "Bulletins",
  News: "News and resources",
};

let forms = 0;

/** An option: its title, what it is, and the sentence that holds the words. It leads to the page of a document. */
function option({ address, title, kind, date, sentence, places }, id) {
  const [place] = places;
  const inDocument = kind === "Document" && place !== undefined;
  const about = [kind in GROUPS ? "" : kind, date, inDocument ? place.title : ""].filter(Boolean).join(", ");
  const text = sentence.some((part) => part.found) || place === undefined ? sentence : place.sentence;
  return element(
    "a",
    { role: "option", id, href: inDocument ? place.url : address, tabindex: "-1", "aria-selected": "false" },
    element("span", { class: "lib-option__title" }, title, " "),
    ...(about ? [element("span", { class: "lib-option__about" }, about, " ")] : []),
    element("span", { class: "lib-option__text" }, ...marked(text)),
  );
}

function grouped(views, results, name) {
  const groups = new Map();
  views.forEach((view, number) => {
    const { kind } = results[number];
    groups.set(kind, [...(groups.get(kind) ?? []), option(view, `${name}-${number}`)]);
  });
  return [...groups].map(([kind, options]) => {
    const label = element("div", { class: "lib-options__kind", id: `${name}-${kind}`, role: "presentation" }, GROUPS[kind]);
    return element("div", { role: "group", "aria-labelledby": label.id }, label, ...options);
  });
}

function results(number) {
  return `${number} ${number === 1 ? "result" : "results"}`;
}

/** Makes the field of a form a combobox. The form leads to the page of results, with or without this. */
export function offer(form) {
  forms += 1;
  const field = form.elements.q;
  const where = form.dataset;
  const name = `lib-options-${forms}`;
  const note = element("p", { class: "lib-options__note" });
  const list = element("div", { role: "listbox", id: name, "aria-label": "Results" });
  const popup = element("div", { class: "lib-options" }, note, list);
  const status = element("p", { class: "lib-visually-hidden", role: "status" });
  popup.hidden = true;
  form.append(popup, status);

  let asked = 0;
  let timer;
  let active;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function choose(next) {
    active?.setAttribute("aria-selected", "false");
    active = next;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) field.setAttribute("aria-activedescendant", active.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function open() {
    popup.hidden = false;
    const { left, right } = field.getBoundingClientRect();
    const middle = document.documentElement.clientWidth / 2;
    popup.classList.toggle("lib-options--end", (left + right) / 2 > middle);
    field.setAttribute("aria-expanded", list.children.length > 0 ? "true" : "false");
    if (list.children.length > 0) field.setAttribute("aria-controls", name);
  }

  function close() {
    asked += 1;
    clearTimeout(timer);
    choose(undefined);
    popup.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-controls");
  }

  /** Says something to the ear; to the eye too where it cannot see it for itself. */
  function tell(text, isSeen, more = "") {
    note.textContent = isSeen ? text : "";
    note.hidden = !isSeen;
    status.textContent = `${text} ${more}`.trim();
  }

  async function answer() {
    asked += 1;
    const ask = asked;
    const words = field.value.trim();
    if (words.length < LETTERS_AT_LEAST) {
      close();
      status.textContent = "";
      return;
    }
    try {
      const answered = await find(words, where);
      const shown = chosen(answered.results);
      const views = await Promise.all(shown.map(read));
      if (ask === asked) show(words, answered, shown, views);
    } catch (error) {
      if (ask !== asked) return;
      console.warn(error);
      list.replaceChildren();
      tell("Search is not working. Press Enter for other ways to find something.", true);
      open();
    }
  }

  function show(words, { results: all, shownFor }, shown, views) {
    choose(undefined);
    list.replaceChildren(...grouped(views, shown, name));
    if (all.length === 0) {
      tell(`No results for “${words}”.`, true);
      open();
      return;
    }
    const page = new URL(form.action);
    page.searchParams.set("q", words);
    list.append(
      element(
        "a",
        { role: "option", id: `${name}-all`, class: "lib-options__all", href: page.href, tabindex: "-1", "aria-selected": "false" },
        `See all ${results(all.length)}`,
      ),
    );
    const count = `${results(all.length)}, use the arrow keys.`;
    if (shownFor === words) tell(count, false);
    else tell(`No results for “${words}”. Showing results for “${shownFor}”.`, true, count);
    open();
  }

  function move(event) {
    const all = options();
    const at = all.indexOf(active);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (popup.hidden || all.length === 0) {
      if (event.key === "ArrowDown") answer();
      return event.key === "ArrowDown";
    }
    if ((event.key === "Home" || event.key === "End") && at < 0) return false;
    choose(all[to]);
    return true;
  }

  function press(event) {
    if (event.isComposing) return;
    if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) {
      if (move(event)) event.preventDefault();
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

  function type() {
    clearTimeout(timer);
    timer = setTimeout(answer, WAIT_MS);
  }

  field.addEventListener("input", type);
  field.addEventListener("keydown", press);
  field.addEventListener("focus", () => field.value.trim().length >= LETTERS_AT_LEAST && type());
  // A click on an option must not take the focus from the field: leaving it closes the list.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => {
    if (!popup.contains(event.relatedTarget)) close();
  });
  window.addEventListener("pagehide", close);
  prepare(where);
  if (field.value.trim().length >= LETTERS_AT_LEAST) type();
}
