// Make the snippet of a search result: the best sentence, and the headings of the sections with matches. This module
// does not use the page, so it also runs in node.

/** @import { PagefindFragment, PagefindAnchor } from "./search-terms.js" */

import { gettext } from "./words.js";

const MAX_PLACES = 3;

/** A sentence of fewer words is shown with the next one. */
const SHORT_SENTENCE = 8;

/** A sentence of more words is cut. */
const LONG_SENTENCE = 30;

/**
 * A part of a sentence. `isMatch` is true for a word that the reader searched for.
 *
 * @typedef {{text: string, isMatch?: boolean}} SentencePart
 */

/**
 * A section of a page or document: a heading and the text below it. Numbers count the words of the page.
 *
 * @typedef {object} Section
 * @property {string} id empty for the text above the first heading
 * @property {string} title
 * @property {number} start the first word of the heading
 * @property {number} text the first word after the heading
 * @property {number} end the word after the last one
 */

/**
 * A section with matches, as the reader sees it.
 *
 * @typedef {{title: string, url: string, sentence: SentencePart[]}} SnippetPlace
 */

/**
 * What the reader sees of one result.
 *
 * @typedef {object} Snippet
 * @property {string} address
 * @property {string} title
 * @property {string} kind
 * @property {Record<string, string>} language `lang` and `dir` of the texts, if they are not in the language of the site
 * @property {string} date
 * @property {string} howToRead how to read it: "Read here · PDF"; empty if there is no more to read
 * @property {SentencePart[]} sentence empty if all matches are in `places`
 * @property {SnippetPlace[]} places at most three sections
 */

/**
 * Return the form in which words are compared: lower-case letters and digits, without accents and without a plural s.
 * The generator folds the words of its word lists in the same way.
 *
 * @param {string} word
 * @returns {string}
 */
export function foldWord(word) {
  const plain = word.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  return plain.length > 3 && plain.endsWith("s") ? plain.slice(0, -1) : plain;
}

/**
 * Return the sections of a page, with the text above the first heading first.
 *
 * @param {string[]} words
 * @param {PagefindAnchor[]} anchors
 * @param {string} title
 * @returns {Section[]}
 */
function splitSections(words, anchors, title) {
  const headings = anchors
    .filter(({ element, text }) => /^h\d$/i.test(element) && text?.trim())
    .sort((one, other) => one.location - other.location);
  const bounds = [...headings.map(({ location }) => location), words.length];
  const start = findTextStart(words, title);
  const sections = headings.map(({ id, text = "", location }, number) => ({
    id,
    title: text.trim(),
    start: location,
    text: location + text.trim().split(/\s+/).length,
    end: bounds[number + 1],
  }));
  return [{ id: "", title, start, text: start, end: bounds[0] }, ...sections];
}

/**
 * Return the number of the first word after the page's heading. The title already shows the heading.
 *
 * @param {string[]} words
 * @param {string} title
 * @returns {number}
 */
function findTextStart(words, title) {
  const end = words.findIndex((word) => /[.!?]$/.test(word)) + 1;
  const heading = words.slice(0, end).join(" ").replace(/[.!?]$/, "");
  return heading && title.startsWith(heading) ? end : 0;
}

/**
 * Return the matches between two words, and how many different words they are.
 *
 * @param {string[]} words
 * @param {number[]} matches
 * @param {number} start
 * @param {number} end
 * @returns {{inside: number[], different: number}}
 */
function countMatches(words, matches, start, end) {
  const inside = matches.filter((match) => match >= start && match < end);
  return { inside, different: new Set(inside.map((match) => foldWord(words[match]))).size };
}

/**
 * Return the end of each sentence: the number of the word after its last one.
 *
 * @param {string[]} words
 * @param {number} start
 * @param {number} end
 * @returns {number[]}
 */
function findSentenceEnds(words, start, end) {
  const ends = [];
  for (let place = start; place < end; place += 1) {
    if (/[.!?][)”’"']*$/.test(words[place]) || place === end - 1) ends.push(place + 1);
  }
  return ends;
}

/**
 * Return the bounds of the sentence with the most matches. A short sentence is joined with the next one.
 *
 * @param {string[]} words
 * @param {number[]} matches
 * @param {Section} section
 * @returns {{start: number, end: number}}
 */
function findBestSentence(words, matches, { text, end }) {
  let best = { start: text, end: text, different: -1, number: 0 };
  let start = text;
  const ends = findSentenceEnds(words, text, end);
  for (const stop of ends) {
    const { inside, different } = countMatches(words, matches, start, stop);
    if (different > best.different || (different === best.different && inside.length > best.number)) {
      best = { start, end: stop, different, number: inside.length };
    }
    start = stop;
  }
  for (const stop of ends) {
    const isShort = best.end - best.start < SHORT_SENTENCE;
    if (isShort && stop > best.end && stop - best.start <= LONG_SENTENCE) best.end = stop;
  }
  return best;
}

/**
 * Return the best sentence of a section. A long sentence is cut on both sides of its first match.
 *
 * @param {string[]} words
 * @param {number[]} matches
 * @param {Section} section
 * @returns {SentencePart[]}
 */
function makeSentence(words, matches, section) {
  const { start, end } = findBestSentence(words, matches, section);
  let [from, to] = [start, end];
  if (to - from > LONG_SENTENCE) {
    const first = matches.find((match) => match >= from && match < to) ?? from;
    from = Math.max(from, Math.min(first - Math.floor(LONG_SENTENCE / 3), to - LONG_SENTENCE));
    to = Math.min(to, from + LONG_SENTENCE);
  }
  const matching = new Set(matches);
  /** @type {SentencePart[]} */
  const parts = from > start ? [{ text: "… " }] : [];
  for (let place = from; place < to; place += 1) {
    const [, before, core, after] = words[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su) ?? [];
    if (matching.has(place) && core) parts.push({ text: before }, { text: core, isMatch: true }, { text: `${after} ` });
    else parts.push({ text: `${words[place]} ` });
  }
  if (to < end) parts.push({ text: "…" });
  return parts;
}

/**
 * Return the snippet of a page, or of a part of a document.
 *
 * @param {PagefindFragment} fragment the page as Pagefind indexed it
 * @param {number[]} places the numbers of the matching words
 * @param {string[]} folded the words that the reader searched for, folded
 * @returns {Snippet}
 */
export function makeSnippet(fragment, places, folded) {
  const words = fragment.content.split(/\s+/);
  const matches = [...new Set(places)].filter((match) => match < words.length).sort((one, other) => one - other);
  const title = fragment.meta.title ?? "";
  const [address] = fragment.url.split("#");
  const sections = splitSections(words, fragment.anchors ?? [], title).map((section) => ({
    ...section,
    total: countMatches(words, matches, section.start, section.end).inside.length,
    best: countBestMatches(words, matches, section),
  }));
  const most = Math.max(0, ...sections.map(({ best }) => best));
  const bestSections = sections.filter(({ best }) => most > 0 && best === most);
  const chosen = [...bestSections].sort((one, other) => other.total - one.total).slice(0, MAX_PLACES);
  const below = bestSections.filter((section) => section.id && chosen.includes(section));
  const above = bestSections.find(({ id }) => !id) ?? sections[0];
  const topics = most === 0 ? nameTopics(fragment.meta, folded) : [];
  const hasSentence = below.length === 0 || chosen.includes(above);
  return {
    address,
    title,
    kind: fragment.meta.kind ?? "",
    language: fragment.meta.lang ? { lang: fragment.meta.lang, dir: "auto" } : {},
    date: fragment.meta.date ?? "",
    howToRead: fragment.meta.read ?? "",
    sentence: hasSentence ? [...topics, ...makeSentence(words, matches, above)] : [],
    places: below.map((section) => ({
      title: section.title,
      url: `${address}#${section.id}`,
      sentence: makeSentence(words, matches, section),
    })),
  };
}

/**
 * Return the themes, harms or other names that match, if the text and the title of the page do not contain the words.
 *
 * @param {Partial<Record<string, string>>} meta
 * @param {string[]} folded
 * @returns {SentencePart[]}
 */
function nameTopics({ title = "", about = "" }, folded) {
  /** @param {string} text */
  const matches = (text) => folded.some((start) => text.split(/\s+/).some((word) => foldWord(word).startsWith(start)));
  const topics = matches(title) ? [] : [...new Set(about.split("; "))].filter(matches);
  return topics.length > 0 ? [{ text: gettext("On ") }, { text: topics.join(", "), isMatch: true }, { text: ". " }] : [];
}

/**
 * Return how many different words match in the best sentence of a section. The heading belongs to its first sentence.
 *
 * @param {string[]} words
 * @param {number[]} matches
 * @param {Section} section
 * @returns {number}
 */
function countBestMatches(words, matches, section) {
  let start = section.start;
  let most = 0;
  for (const stop of findSentenceEnds(words, section.start, section.end)) {
    most = Math.max(most, countMatches(words, matches, start, stop).different);
    start = stop;
  }
  return most;
}
