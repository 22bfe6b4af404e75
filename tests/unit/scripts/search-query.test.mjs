import assert from "node:assert/strict";
import { test } from "node:test";

import { contentWords, exactPhrase, parseQuery, parseTerm, splitWords } from "../../../overrides/assets/search-query.js";

const GROUPS = [["MASH", "Multi Agency Safeguarding Hub", "front door"].map(parseTerm), ["front", "face"].map(parseTerm)];
const parse = (text) => parseQuery(splitWords(text), GROUPS);
const typedIn = (text) => parse(text).units.map(({ typed }) => typed);
const synonymsOf = (text) => parse(text).units.map(({ terms }) => terms.map(({ text: term, weight }) => [term, weight]));

test("text in quotation marks is an exact phrase", () => {
  assert.equal(exactPhrase(' "early help" '), ' "early help" ');
  for (const text of ["early help", '"early" help', '""', '"', ""]) assert.equal(exactPhrase(text), undefined, text);
});

test("at most 200 characters and 12 words are searched for", () => {
  assert.equal(exactPhrase(`"${"x".repeat(300)}"`).length, 200);
  assert.deepEqual(splitWords(`${"x".repeat(199)} y`), ["x".repeat(199)]);
  assert.deepEqual(splitWords(`${"x".repeat(198)} y`), ["x".repeat(198), "y"]);
  assert.equal(splitWords("a ".repeat(12)).length, 12);
  assert.equal(splitWords("a ".repeat(13)).length, 12);
});

test("signs without letters or digits are not words", () => {
  assert.deepEqual(splitWords("  – early/help “now” & ?"), ["early", "help", "now"]);
  assert.deepEqual(splitWords(""), []);
});

test("ligatures, full-width letters and soft hyphens are folded, and hyphens separate words", () => {
  assert.deepEqual(splitWords("ﬁnd the con\u00adﬂict, ｓelf-harm"), ["find", "the", "conflict,", "self", "harm"]);
  assert.equal(exactPhrase('"con\u00adﬂict"'), '"conflict"');
});

test("words that no page is about are left out if other words remain", () => {
  assert.deepEqual(typedIn("The voice of the child"), ["voice", "child"]);
  assert.deepEqual(typedIn("what's a rapid review?"), ["rapid", "review?"]);
  assert.deepEqual(typedIn("I'm worried about my neighbour"), ["worried", "neighbour"]);
  assert.deepEqual(typedIn("to be or"), ["to", "be", "or"]);
  assert.deepEqual(typedIn("the MASH"), ["MASH"]);
  assert.deepEqual(contentWords(["not", "brought"]), ["brought"]);
});

test("a word that was typed twice is one unit", () => {
  assert.deepEqual(typedIn("child and child"), ["child"]);
});

test("a phrase begins and ends with a word that decides, or with a negation", () => {
  assert.equal(parse("who can I tell about knife crime?").phrase, "knife crime?");
  assert.equal(parse("mental capacity").phrase, "mental capacity");
  assert.equal(parse("was not brought").phrase, "was not brought");
});

test("one word, one term, a description and a question of four words are not phrases", () => {
  for (const text of ["the child", "front door", "lantern on the ice", "nobody came after knock"]) assert.equal(parse(text).phrase, "", text);
});

test("an abbreviation and its full form have full weight, another synonym has less", () => {
  const [terms] = synonymsOf("mash");
  assert.deepEqual(terms, [
    ["MASH", 1],
    ["front door", 0.6],
    ["Multi Agency Safeguarding Hub", 1],
  ]);
});

test("the longest term is used, and its words are not searched for again", () => {
  assert.deepEqual(typedIn("child front doors opened"), ["child", "front doors", "opened"]);
  for (const groups of [GROUPS, [...GROUPS].reverse()]) {
    assert.equal(parseQuery(["front", "doors"], groups).units[0].terms[0].text, "front door");
  }
});

test("a word between the words of a term separates them", () => {
  assert.deepEqual(typedIn("front red door"), ["front", "red", "door"]);
});

test("a synonym that contains another one is not searched for", () => {
  const groups = [["abuse", "domestic abuse", "harm"].map(parseTerm)];
  const [{ terms }] = parseQuery(["harm"], groups).units;
  assert.deepEqual(terms.map(({ text }) => text), ["harm", "abuse"]);
});

test("a term whose synonyms all contain it is an ordinary word", () => {
  const groups = [["abuse", "domestic abuse"].map(parseTerm)];
  const [{ typed, terms }] = parseQuery(["abuse"], groups).units;
  assert.deepEqual([typed, terms.length], ["abuse", 1]);
});

test("at most five terms of a group are searched for", () => {
  const group = ["one", "two", "three", "four", "five", "six"].map(parseTerm);
  const [{ terms }] = parseQuery(["six"], [group]).units;
  assert.deepEqual([terms.length, terms[0].text], [5, "six"]);
});

test("the label of a term, the first of its group, is searched for however many shorter synonyms there are", () => {
  const group = ["New partners in the home", "one", "two", "three", "four", "five", "six"].map(parseTerm);
  const [{ terms }] = parseQuery(["six"], [group]).units;
  assert.deepEqual([terms.length, terms[0].text, terms[4].text], [5, "six", "New partners in the home"]);
});

test("a term is found with and without its hyphens", () => {
  const groups = [["Self-neglect", "Hoarding"].map(parseTerm)];
  for (const text of ["self neglect", "self-neglect"]) {
    assert.equal(parseQuery(splitWords(text), groups).units[0].terms[0].text, "Self-neglect");
  }
});

test("a word that two subjects share finds both, and a name of one does not find the other", () => {
  const groups = [["Domestic abuse", "Domestic violence"], ["Partner abuse", "Domestic violence"]].map((group) =>
    group.map(parseTerm),
  );
  const found = (text) => parseQuery(splitWords(text), groups).units.map(({ terms }) => terms.map((term) => term.text));
  assert.deepEqual(found("domestic violence"), [["Domestic violence", "Domestic abuse", "Partner abuse"]]);
  assert.deepEqual(found("domestic abuse"), [["Domestic abuse", "Domestic violence"]]);
});
