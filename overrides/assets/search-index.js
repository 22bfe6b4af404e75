// Everything that asks the index: for the field in the header, the page of results and the lists that narrow down.

import { fold, shown } from "./snippets.js";

const LETTERS_AT_MOST = 200;
const WORDS_AT_MOST = 12;
const ALTERNATIVES_AT_MOST = 5;

/** An abbreviation is looked for as it is: SCR is no screen. */
const ABBREVIATION = 5;

/** From so many letters on a word is long enough to be misspelt. */
const LONG_ENOUGH = 4;

const FOR_A_REVIEW = 1.3;

/** A theme's page leads to what is published on it, in so few words that each of them weighs too much. */
const FOR_A_THEME = 0.5;
const FOR_A_SYNONYM = 0.6;

const COMMON = new Set("a an and are as at be by for from in is it of on or that the to was were with".split(" "));

let loaded;
let spelling;

function address({ index }, name) {
  return new URL(index + name, document.baseURI);
}

/** The index and the groups of words, loaded once. Pagefind runs in the page: a worker would cost more than it saves. */
function load(where) {
  loaded ??= Promise.all([import(address(where, "pagefind.js")), fetchJson(address(where, "words.json"))])
    .then(async ([pagefind, { groups }]) => {
      const root = new URL(where.root || ".", document.baseURI);
      await pagefind.options({ baseUrl: root.pathname, noWorker: true });
      await pagefind.init();
      return { pagefind, groups: groups.map((group) => group.map(member)) };
    })
    .catch((error) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}

/** Fetches what every search needs, for somebody who is about to type. */
export function prepare(where) {
  load(where).catch(() => {});
}

async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer.json();
}

/** One of the words, or rows of words, that mean the same: as it is looked for, and as it is compared. */
function member(text) {
  const words = text.split(/[\s/]+/).filter(fold);
  return { text: words.join(" "), words: words.map(fold) };
}

function holds({ words }, part) {
  return words.some((_, start) => part.words.every((each, place) => words[start + place] === each));
}

/** True for an abbreviation and what it stands for. */
function abbreviates(one, other) {
  const initials = ({ words }) => words.map((each) => each[0]).join("");
  return initials(one) === other.words.join("") || initials(other) === one.words.join("");
}

/** What a group offers for what was typed: itself, and the others that do not contain it or one another. */
function alternatives(typed, group) {
  const kept = [typed];
  for (const each of [...group].sort((one, other) => one.words.length - other.words.length)) {
    if (!kept.some((shorter) => holds(each, shorter))) kept.push(each);
  }
  return kept
    .slice(0, ALTERNATIVES_AT_MOST)
    .map((each) => ({ ...each, weight: each === typed || abbreviates(each, typed) ? 1 : FOR_A_SYNONYM }));
}

/** The words of a question: rows of words that mean the same, and the rest, each with the text that was typed. */
function understood(words, groups) {
  const rows = [];
  const rest = [];
  const folded = words.map(fold);
  for (let start = 0; start < words.length; ) {
    let next = start + 1;
    let best;
    for (const group of groups) {
      for (const typed of group) {
        const fits = typed.words.every((each, place) => folded[start + place] === each);
        if (fits && (best === undefined || typed.words.length > best.typed.words.length)) best = { typed, group };
      }
    }
    const choices = best ? alternatives(best.typed, best.group) : [];
    if (choices.length > 1) {
      next = start + best.typed.words.length;
      rows.push(choices);
    } else {
      rest.push(words[start]);
    }
    start = next;
  }
  return { rows, rest };
}

/** What one question finds, by the name of each page: its score, and where the words stand. */
async function ask(pagefind, question) {
  const { results } = await pagefind.search(question);
  return new Map(results.map((each) => [each.id, { raw: each, score: each.score, places: each.words }]));
}

/** A row of words finds what holds them side by side; an order of merit comes with the words one by one. */
async function askRow(pagefind, { text, words }) {
  const loose = await ask(pagefind, text);
  if (words.length === 1 && text.length > ABBREVIATION) return loose;
  const exact = await ask(pagefind, `"${text}"`);
  for (const [id, each] of exact) each.score = loose.get(id)?.score ?? each.score;
  return exact;
}

async function askRows(pagefind, rows) {
  const found = new Map();
  const answers = await Promise.all(rows.map((row) => askRow(pagefind, row)));
  answers.forEach((answer, number) => {
    for (const [id, each] of answer) {
      const known = found.get(id);
      const score = each.score * rows[number].weight;
      found.set(id, {
        raw: each.raw,
        score: Math.max(score, known?.score ?? 0),
        places: [...(known?.places ?? []), ...each.places],
      });
    }
  });
  return found;
}

/** What stands in all of several answers. */
function inAll([first, ...others]) {
  const found = new Map();
  for (const [id, each] of first ?? []) {
    const same = others.map((other) => other.get(id));
    if (same.includes(undefined)) continue;
    const score = same.reduce((sum, other) => sum + other.score, each.score);
    found.set(id, { raw: each.raw, score, places: [each, ...same].flatMap((other) => other.places) });
  }
  return found;
}

/**
 * False for a word that stands on no page. Pagefind leaves such a word out, or takes the longest beginning of it that
 * does stand somewhere: "onerror" would find "one".
 */
async function isKnown(pagefind, word) {
  const plain = fold(word);
  if (plain.length < LONG_ENOUGH) return true;
  if ((await pagefind.search(`"${word}"`)).results.length > 0) return true;
  const { results } = await pagefind.search(word);
  const hit = results.find((each) => each.words.length > 0);
  if (hit === undefined) return results.length > 0;
  const { content } = await hit.data();
  const stands = fold(content.split(/\s+/)[hit.words[0]] ?? "");
  const alike = [...plain].findIndex((letter, place) => letter !== stands[place]);
  return stands.includes(plain) || alike < 0 || alike >= Math.max(LONG_ENOUGH, plain.length * 0.7);
}

/** The word of this library that was meant; undefined where none is close. */
async function meant(where, word) {
  const { closest } = await import("./spelling.js");
  spelling ??= fetchJson(address(where, "spelling.json")).then((tiers) => tiers.map((each) => each.split(" ")));
  try {
    return closest(word, await spelling);
  } catch {
    spelling = undefined;
    return undefined;
  }
}

const KINDS = { reviews: "Review", briefings: "Briefing", news: "News", resources: "News", bulletins: "Bulletin" };

function merit({ kind, address }) {
  if (kind === "Review") return FOR_A_REVIEW;
  return address?.startsWith("themes/") ? FOR_A_THEME : 1;
}

/** What a page's name says: its address from the site's root, its kind, and the record of a document. */
function placed(id) {
  const end = id.lastIndexOf("~");
  if (end < 0) return { key: id, address: undefined, kind: "Page" };
  const way = id.slice(0, end).replaceAll("~", "/");
  const [record, file] = way.split("@");
  if (file !== undefined) return { key: `documents/${file}`, address: `documents/${file}`, kind: "Document", record };
  const page = way === "" ? "" : `${way}/`;
  const kind = page.split("/").length > 2 ? (KINDS[page.split("/")[0]] ?? "Page") : "Page";
  return { key: page, address: page, kind };
}

/** Results in order of merit; the parts of one document are one. */
function inOrder({ found, words }) {
  const results = new Map();
  for (const [id, each] of found) {
    const { key, ...place } = placed(id);
    const result = results.get(key) ?? { ...place, words, score: 0, parts: [] };
    result.score = Math.max(result.score, each.score * merit(place));
    result.parts.push(each);
    results.set(key, result);
  }
  return [...results.values()].sort((one, other) => other.score - one.score);
}

function wordsOf(text) {
  return text
    .slice(0, LETTERS_AT_MOST)
    .split(/[\s/"“”]+/)
    .filter(fold)
    .slice(0, WORDS_AT_MOST);
}

/** Words that stand on every page are left out where others remain: each would fetch the longest lists. */
async function answer({ pagefind, groups }, text) {
  if (/^\s*".+"\s*$/.test(text)) {
    return { found: await ask(pagefind, text.slice(0, LETTERS_AT_MOST)), words: wordsOf(text).map(fold), unknown: [] };
  }
  const { rows, rest } = understood(wordsOf(text), groups);
  const rare = rest.filter((each) => !COMMON.has(each.toLowerCase()));
  const single = rare.length > 0 || rows.length > 0 ? rare : rest;
  const known = await Promise.all(single.map((each) => isKnown(pagefind, each)));
  const asked = single.filter((_, place) => known[place]);
  const answers = await Promise.all([
    ...(asked.length > 0 ? [ask(pagefind, asked.join(" "))] : []),
    ...rows.map((row) => askRows(pagefind, row)),
  ]);
  const words = [...asked.map(fold), ...rows.flat().flatMap((each) => each.words)];
  return { found: inAll(answers), words, unknown: single.filter((_, place) => !known[place]) };
}

/**
 * Looks for words. Gives the results in order of merit, each with its `address` from the site's root, its `kind` and the
 * `record` of a document; `shownFor`, the words that they were found by, which differ from those typed where a word is
 * misspelt; and `unknown`, the words that stand nowhere and were left out. Fails where there is no index.
 */
export async function find(text, where) {
  const index = await load(where);
  const first = await answer(index, text);
  let shownFor = text;
  let corrected = false;
  for (const word of first.unknown) {
    const better = await meant(where, word);
    if (better === undefined) continue;
    corrected = true;
    shownFor = shownFor.replace(word, () => better);
  }
  if (corrected) {
    const second = await answer(index, shownFor);
    if (second.found.size > 0) return { results: inOrder(second), shownFor, unknown: second.unknown };
  }
  return { results: inOrder(first), shownFor: text, unknown: first.unknown };
}

/** Where words are found, with the rank of each place, 0 for the best. What a document says counts for its record too. */
export async function found(words, where) {
  const ranks = new Map();
  for (const each of (await find(words, where)).results) {
    for (const place of [each.address, each.record]) {
      if (place !== undefined && !ranks.has(place)) ranks.set(place, ranks.size);
    }
  }
  return ranks;
}

/** What to show of a result. Of a long document the best part is loaded, and `others` says how many more there are. */
export async function read({ parts, words }) {
  const [best, ...others] = [...parts].sort((one, other) => other.score - one.score);
  return { ...shown(await best.raw.data(), best.places, words), others: others.length };
}
