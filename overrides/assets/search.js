// The page that searches the library. The index is asked for only when there are words, and it comes in pieces.

const AT_A_TIME = 10;
const PARTS_OF_A_RESULT = 3;
const WORDS_OF_AN_EXCERPT = 24;

const COMMON = new Set("a an and are as at be by for from in is it of on or that the to was were with".split(" "));

const form = document.querySelector("form[data-search]");
const found = document.querySelector("[data-found]");
const status = found.querySelector("[role=status]");
const list = found.querySelector("ol");
const more = found.querySelector("button");

let index;
let asked = 0;
let waiting = [];

/** The index, loaded once. It runs in the page itself: a worker of its own would cost more to load than it saves. */
function load() {
  index ??= import(new URL(`${form.dataset.index}pagefind.js`, document.baseURI)).then(async (pagefind) => {
    const root = new URL(form.dataset.root || ".", document.baseURI);
    await pagefind.options({ baseUrl: root.pathname, excerptLength: WORDS_OF_AN_EXCERPT, noWorker: true });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

/** An element with text and other elements in it. What was found is never read as HTML. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** An excerpt as Pagefind writes it: text, with the words that were found in `mark`. */
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  const parts = [...parsed].map((each) =>
    each.nodeName === "MARK" ? element("mark", {}, each.textContent) : each.textContent,
  );
  return element("p", {}, ...parts);
}

/** How many different words of an excerpt were looked for. */
function wordsFound(part) {
  const marks = excerpt(part.excerpt).querySelectorAll("mark");
  return new Set([...marks].map((each) => each.textContent.toLowerCase().replace(/\P{L}+$/u, ""))).size;
}

/** The parts of a page whose sentence holds most of the words, in the order of the page. */
function best(parts) {
  const most = Math.max(0, ...parts.map(wordsFound));
  const fitting = parts.filter((each) => wordsFound(each) === most);
  const byPlaces = [...fitting].sort((one, other) => other.locations.length - one.locations.length);
  const chosen = new Set(byPlaces.slice(0, PARTS_OF_A_RESULT));
  return fitting.filter((each) => chosen.has(each));
}

/** A place in a page: its heading as a link, which also says to the ear where it leads, and the sentence. */
function place(part, title) {
  const heading = `${part.title}. `;
  const sentence = part.excerpt.startsWith(heading) ? part.excerpt.slice(heading.length) : part.excerpt;
  const where = element("span", { class: "lib-visually-hidden" }, `of ${title}`);
  return element("li", {}, element("a", { href: part.url }, part.title, " ", where), excerpt(sentence));
}

function result({ url, meta, excerpt: sentence, sub_results: parts }) {
  const shown = best(parts);
  const places = shown.filter((each) => each.url !== url).map((each) => place(each, meta.title));
  const whole = shown.length > places.length || places.length === 0;
  const top = shown.find((each) => each.url === url)?.excerpt ?? sentence;
  return element(
    "li",
    {},
    element("h2", {}, element("a", { href: url }, meta.title)),
    element("p", { class: "lib-meta" }, [meta.kind, meta.date].filter(Boolean).join(", ")),
    ...(whole ? [excerpt(top)] : []),
    ...(places.length > 0 ? [element("ul", {}, ...places)] : []),
  );
}

/** The words without those that stand on every page: each would fetch the longest lists, and find nothing out. */
function telling(words) {
  if (words.includes('"')) return words;
  const rare = words.split(/\s+/).filter((each) => !COMMON.has(each.toLowerCase()));
  return rare.join(" ") || words;
}

/** Shows the next results, each as soon as it is there: a long document comes with all of its text. */
async function showMore(ask) {
  const next = waiting.slice(0, AT_A_TIME).map((each) => each.data());
  waiting = waiting.slice(AT_A_TIME);
  for (const each of next) {
    const data = await each;
    if (ask !== asked) return;
    list.append(result(data));
  }
  more.hidden = waiting.length === 0;
}

function count(number, words) {
  if (number === 0) return `No results for “${words}”. Check the spelling, or try fewer or other words.`;
  return `${number} ${number === 1 ? "result" : "results"} for “${words}”`;
}

/** Looks for the words of the address; where there are none, there is nothing to show. */
async function search() {
  const ask = ++asked;
  const words = (new URLSearchParams(window.location.search).get("q") ?? "").trim();
  form.elements.q.value = words;
  list.replaceChildren();
  more.hidden = true;
  status.textContent = words ? "Searching…" : "";
  if (!words) return;
  try {
    const { results } = await (await load()).search(telling(words));
    if (ask !== asked) return;
    waiting = results;
    status.textContent = count(results.length, words);
    await showMore(ask);
  } catch (error) {
    index = undefined;
    if (ask !== asked) return;
    status.textContent = "The search does not work on this copy of the site: its index cannot be loaded.";
    console.warn(error);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = form.elements.q.value.trim();
  const address = new URL(window.location.href);
  if (words) address.searchParams.set("q", words);
  else address.searchParams.delete("q");
  if (address.href !== window.location.href) window.history.pushState(null, "", address);
  search();
});
more.addEventListener("click", async () => {
  if (more.hasAttribute("aria-busy")) return;
  const before = list.children.length;
  more.setAttribute("aria-busy", "true");
  try {
    await showMore(asked);
  } finally {
    more.removeAttribute("aria-busy");
  }
  list.children[before]?.querySelector("a").focus();
});
window.addEventListener("popstate", search);
search();
