import assert from "node:assert/strict";
import { test } from "node:test";

import { findAnswers, findCloseNames, findRest } from "../../../overrides/assets/search-answers.js";
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
