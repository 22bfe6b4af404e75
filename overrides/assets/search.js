// The page that searches the library, as somebody types. Its address follows, so that it can be kept and shared.

import { element, marked } from "./dom.js";
import { find, prepare, read } from "./search-index.js";

const AT_A_TIME = 10;
const WAIT_MS = 250;

const KINDS = {
  Review: "Reviews",
  Briefing: "Briefings",
  Document: "Documents",
  Page: "Pages",
  Bulletin: "Bulletins",
  News: "News and resources",
};

const form = document.querySelector("form[data-search]");
const found = document.querySelector("[data-found]");
const status = found.querySelector("[role=status]");
const kinds = found.querySelector("fieldset");
const list = found.querySelector("ol");
const more = found.querySelector("button");

let asked = 0;
let timer;
let all = [];
let waiting = [];
let typing = false;

/** A place in a page: its heading as a link, which also says to the ear where it leads, and the sentence. */
function place({ title, url, sentence }, page) {
  const where = element("span", { class: "lib-visually-hidden" }, `of ${page}`);
  return element("li", {}, element("a", { href: url }, title, " ", where), element("p", {}, ...marked(sentence)));
}

function result({ address, title, kind, date, sentence, places, others }) {
  return element(
    "li",
    {},
    element("h2", {}, element("a", { href: address }, title)),
    element("p", { class: "lib-meta" }, [kind, date].filter(Boolean).join(", ")),
    ...(sentence.length > 0 ? [element("p", {}, ...marked(sentence))] : []),
    ...(places.length > 0 ? [element("ul", {}, ...places.map((each) => place(each, title)))] : []),
    ...(others > 0 ? [element("p", { class: "lib-note" }, "More matches in this document")] : []),
  );
}

/** Shows the next results, each as soon as it is there; those before stay until the first of the new ones is. */
async function showMore(ask, isNewSearch) {
  const next = waiting.slice(0, AT_A_TIME).map(read);
  waiting = waiting.slice(AT_A_TIME);
  let old = isNewSearch;
  for (const each of next) {
    const view = await each;
    if (ask !== asked) return;
    if (old) list.replaceChildren();
    old = false;
    list.append(result(view));
  }
  if (old) list.replaceChildren();
  more.hidden = waiting.length === 0;
}

function choice(kind, label, number, checked) {
  const input = element("input", { type: "radio", name: "kind", value: kind });
  input.checked = checked;
  return element("label", {}, input, ` ${label} (${number})`);
}

/** What can be shown by itself, with how much there is of each; nothing where all is of one kind. */
function offerKinds(chosen) {
  const counts = new Map();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const choices = Object.keys(KINDS).filter((kind) => counts.has(kind));
  kinds.hidden = choices.length < 2;
  const focused = kinds.contains(document.activeElement);
  kinds.replaceChildren(
    element("legend", {}, "Show"),
    choice("", "Everything", all.length, chosen === ""),
    ...choices.map((kind) => choice(kind, KINDS[kind], counts.get(kind), chosen === kind)),
  );
  if (focused) kinds.querySelector("input:checked").focus();
}

function told(words, kind, { shownFor, unknown }, number) {
  const results = `${number} ${number === 1 ? "result" : "results"}`;
  const what = kind ? `${results} in ${KINDS[kind].toLowerCase()}` : results;
  if (shownFor !== words) return `No results for “${words}”. Showing results for “${shownFor}”: ${what}.`;
  if (number === 0) return `No results for “${words}”. Check the spelling, or try fewer or other words.`;
  const without = unknown.map((each) => `“${each}”`).join(" and ");
  if (unknown.length > 0) return `No results for all your words. Without ${without}: ${what}.`;
  return `${what} for “${words}”`;
}

/** Looks for the words of the address; where there are none, there is nothing to show. */
async function search() {
  asked += 1;
  const ask = asked;
  const asking = new URLSearchParams(window.location.search);
  const words = (asking.get("q") ?? "").trim();
  if (!words) {
    list.replaceChildren();
    list.removeAttribute("aria-busy");
    [more.hidden, kinds.hidden, status.textContent] = [true, true, ""];
    return;
  }
  if (list.children.length === 0) status.textContent = "Searching…";
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await find(words, form.dataset);
    if (ask !== asked) return;
    all = answer.results;
    const wanted = asking.get("kind") ?? "";
    const kind = all.some((each) => each.kind === wanted) ? wanted : "";
    waiting = all.filter((each) => !kind || each.kind === kind);
    offerKinds(kind);
    status.textContent = told(words, kind, answer, waiting.length);
    await showMore(ask, true);
  } catch (error) {
    if (ask !== asked) return;
    list.replaceChildren();
    [more.hidden, kinds.hidden] = [true, true];
    status.textContent = "Search is not working. Browse reviews, briefings or themes.";
    console.warn(error);
  } finally {
    if (ask === asked) list.removeAttribute("aria-busy");
  }
}

/** Puts what is asked into the address: as a new page of the browser's history, or in the place of the last. */
function ask(isNewSearch) {
  clearTimeout(timer);
  const words = form.elements.q.value.trim();
  const kind = kinds.querySelector("input:checked")?.value;
  const address = new URL(window.location.href);
  const before = address.searchParams.get("q");
  address.search = "";
  if (words) address.searchParams.set("q", words);
  if (words && kind) address.searchParams.set("kind", kind);
  if (address.href !== window.location.href) {
    window.history[isNewSearch && before !== null ? "pushState" : "replaceState"](null, "", address);
  }
  search();
}

function showAddress() {
  form.elements.q.value = new URLSearchParams(window.location.search).get("q") ?? "";
  kinds.replaceChildren();
  typing = false;
  search();
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // The first letter after an answer that stood begins a new page of the history, and the others change it.
    ask(!typing);
    typing = true;
  }, WAIT_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(!typing);
  typing = false;
});
form.addEventListener("focusin", () => prepare(form.dataset), { once: true });
kinds.addEventListener("change", () => {
  typing = false;
  ask(true);
});
more.addEventListener("click", async () => {
  if (more.hasAttribute("aria-busy")) return;
  const before = list.children.length;
  more.setAttribute("aria-busy", "true");
  try {
    await showMore(asked, false);
  } finally {
    more.removeAttribute("aria-busy");
  }
  list.children[before]?.querySelector("a").focus();
});
window.addEventListener("popstate", showAddress);
showAddress();
