import assert from "node:assert/strict";
import { test } from "node:test";

import { findAnswers, findRest, isReviewsOfYear, listIgnored, readAnswer } from "../../../overrides/assets/search-answers.js";
import { findCloseNames } from "../../../overrides/assets/search-close-names.js";
import { orderResults } from "../../../overrides/assets/search-order.js";
import { parseTerm } from "../../../overrides/assets/search-query.js";

const ANSWERS = [
  { address: "contact/", phrases: ["report a concern", "worried", "need help", "I call"], names: [] },
  { address: "concerns/", phrases: ["concern"], names: [] },
  { address: "concerns/", phrases: [], names: ["Concerns"] },
  { address: "talk/", phrases: ["I tell"], names: [] },
  { address: "types/tcr/", phrases: [], names: ["Tarn Child Reviews", "TCR"] },
  { address: "harm/ice/", phrases: [], names: ["Thin ice"] },
];
const GROUPS = [["Thin ice", "Frozen water"].map(parseTerm)];
const find = (text) => findAnswers(text, ANSWERS, GROUPS).map(({ address }) => address);

test("an answer is found by a phrase inside a question", () => {
  assert.deepEqual(find("I'm worried about my neighbour's child"), ["contact/"]);
  assert.deepEqual(find("Worried?"), ["contact/"]);
  assert.deepEqual(find("neighbour"), []);
});

test("words that no page is about do not separate the words of a phrase", () => {
  assert.deepEqual(find("please report my concerns"), ["contact/", "concerns/"]);
});

test("the endings of the words of a phrase do not count", () => {
  assert.deepEqual(find("reporting concerns"), ["contact/", "concerns/"]);
  assert.deepEqual(find("worrying"), ["contact/"]);
});

test("a phrase with dots is in all words in the first person that have it, but not in a search for something to read", () => {
  const answers = [{ address: "contact/", phrases: ["my ... hit"], names: [] }];
  const findOwn = (text) => findAnswers(text, answers, []).map(({ address }) => address);
  for (const text of ["he hits me", "I'm being hit", "dad is hitting us"]) assert.deepEqual(findOwn(text), ["contact/"], text);
  for (const text of ["hit", "hitting a wall", "I need a briefing on hitting"]) assert.deepEqual(findOwn(text), [], text);
});

test("a list with a close name is found with the words that it lacks", () => {
  const close = (text) => findCloseNames(text, ANSWERS, GROUPS).map(({ answer, missing }) => [answer.address, ...missing]);
  assert.deepEqual(close("thin ice in Tarnshire"), [["harm/ice/", "Tarnshire"]]);
  assert.deepEqual(close("frozen water deaths"), [["harm/ice/", "deaths"]]);
  assert.deepEqual(close("tarn reviews"), [["types/tcr/"]]);
  assert.deepEqual(close("ice cream"), []);
});

test("the longest phrase is first", () => {
  assert.deepEqual(find("how do I report a concern"), ["contact/", "concerns/"]);
});

test("a phrase with only one word that decides must be typed as it is", () => {
  assert.deepEqual(find("I need help"), ["contact/"]);
  assert.deepEqual(find("early help"), []);
  assert.deepEqual(find("who should I call"), ["contact/"]);
  assert.deepEqual(find("call handlers"), []);
});

test("a phrase of fillers only must be typed as it is", () => {
  assert.deepEqual(find("who do I tell about this"), ["talk/"]);
  assert.deepEqual(find("tell me"), []);
});

test("a page that is pinned and a list is one answer", () => {
  assert.deepEqual(find("concerns"), ["concerns/"]);
});

test("a list is found by its whole name, in the singular and the plural", () => {
  for (const text of ["tarn child review", "the Tarn Child Reviews", "tcr"]) assert.deepEqual(find(text), ["types/tcr/"], text);
  for (const text of ["tarn child reviews 2024", "what is a TCR", "child reviews"]) assert.deepEqual(find(text), [], text);
});

test("a list is found by a synonym of its name", () => {
  assert.deepEqual(find("frozen water"), ["harm/ice/"]);
});

test("the words besides the phrase of an answer are what else the reader means", () => {
  const rest = (text) => findRest(text, ANSWERS);
  assert.equal(rest("how do I report a concern about Grace"), "Grace");
  assert.equal(rest("Tarn report a concern"), "Tarn");
  for (const text of ["how do I report a concern", "worried", "neighbour", ""]) assert.equal(rest(text), "", text);
});

test("nothing is found without words", () => {
  for (const text of ["", " ", "?", "the"]) assert.deepEqual(find(text), [], text);
});

test("words that lead to an answer alone do not lead to it next to other words", () => {
  const answers = [readAnswer({ address: "contact/", title: "Contact", alone: ["press"] })];
  const findAlone = (text) => findAnswers(text, answers, []).map(({ address }) => address);
  assert.deepEqual(findAlone("the Press"), ["contact/"]);
  for (const text of ["press the button", "printing press"]) assert.deepEqual(findAlone(text), [], text);
});

test("an answer of the file has what the file leaves out, and its title for the empty name", () => {
  const { names, phrases, empty } = readAnswer({ address: "ice/", title: "Thin ice", names: ["", "Frozen lake"] });
  assert.deepEqual([names, phrases, empty], [["Thin ice", "Frozen lake"], [], false]);
});

test("an answer ignores the words that no page has, and a year that it is not about", () => {
  const report = readAnswer({ address: "annual-report-2024/", title: "Annual report 2024", phrases: ["annual report"] });
  const ignored = (text, unknown = []) => listIgnored(text, report, unknown);
  assert.deepEqual(ignored("annual report corruption", ["corruption"]), ["corruption"]);
  assert.deepEqual(ignored("annual report 2031"), ["2031"]);
  for (const text of ["annual report", "annual report 2024", "annual report pdf", "annual report on ice"]) assert.deepEqual(ignored(text), [], text);
  const help = readAnswer({ address: "contact/", title: "Contact", phrases: ["phone", "my ... hit"] });
  assert.deepEqual(listIgnored("phone zebra", help, ["zebra"]), []);
});

test("a year with words for a type of review is about the reviews of a year", () => {
  const answers = [readAnswer({ address: "reviews/type/tcr/", title: "Tarn Child Reviews", names: ["", "TCR"] })];
  for (const text of ["TCR 2031", "tarn child review from 2031", "2031 case reviews"]) assert.ok(isReviewsOfYear(text, answers), text);
  for (const text of ["TCR", "2031", "ice 2031", "TCR 2030 2031"]) assert.ok(!isReviewsOfYear(text, answers), text);
});

test("the words of a year's name lead to it only with the year", () => {
  const answers = [readAnswer({ address: "reviews/year/2031/", title: "Reviews of 2031", names: ["", "2031 review report published tarn tcr"] })];
  assert.deepEqual(findCloseNames("report published", answers, []), []);
  assert.deepEqual(findAnswers("TCR 2031", answers, []).map(({ address }) => address), ["reviews/year/2031/"]);
  assert.deepEqual(findAnswers("TCR", answers, []), []);
});

test("a page for a year answers a search for the reviews of that year, before pages with all words", () => {
  const older = readAnswer({ address: "older/", title: "Older reports", phrases: ["2010"] });
  const type = readAnswer({ address: "reviews/type/tcr/", title: "Tarn Child Reviews", names: ["", "TCR"] });
  const order = (text) => {
    const found = { results: [{ address: "about/", kind: "Page", missing: [], rank: 0, parts: [], words: [], score: 1 }], unknown: [], phrase: "", similar: "" };
    const isOfYear = isReviewsOfYear(text, [older, type]);
    return orderResults({ text, answers: [older], close: [], found, isComplete: true, isOfYear }).map(({ address }) => address);
  };
  assert.deepEqual(order("TCR 2010"), ["older/", "about/"]);
  assert.deepEqual(order("ice 2010"), ["about/", "older/"]);
});
