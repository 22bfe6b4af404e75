import assert from "node:assert/strict";
import { test } from "node:test";

import { exactPhrase, parseQuery, parseTerm, splitWords } from "../../../overrides/assets/search-query.js";

const GROUPS = [["MASH", "Multi Agency Safeguarding Hub", "front door"].map(parseTerm), ["front", "face"].map(parseTerm)];
const parse = (text) => parseQuery(splitWords(text), GROUPS);
const synonymsOf = (text) => parse(text).synonyms.map((terms) => terms.map(({ text: term, weight }) => [term, weight]));

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

test("common words are left out if other words remain", () => {
  assert.deepEqual(parse("The voice of the child").single, ["voice", "child"]);
  assert.deepEqual(parse("to be or").single, ["to", "be", "or"]);
  assert.deepEqual(parse("the MASH").single, []);
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
  const { single } = parse("her front doors opened");
  assert.deepEqual(single, ["her", "opened"]);
  for (const groups of [GROUPS, [...GROUPS].reverse()]) {
    assert.equal(parseQuery(["front", "doors"], groups).synonyms[0][0].text, "front door");
  }
});

test("a word between the words of a term separates them", () => {
  assert.deepEqual(parse("front red door").single, ["red", "door"]);
});

test("a synonym that contains another one is not searched for", () => {
  const groups = [["abuse", "domestic abuse", "harm"].map(parseTerm)];
  const { synonyms } = parseQuery(["harm"], groups);
  assert.deepEqual(synonyms[0].map(({ text }) => text), ["harm", "abuse"]);
});

test("a term whose synonyms all contain it is an ordinary word", () => {
  const groups = [["abuse", "domestic abuse"].map(parseTerm)];
  assert.deepEqual(parseQuery(["abuse"], groups), { synonyms: [], single: ["abuse"] });
});

test("at most five terms of a group are searched for", () => {
  const group = ["one", "two", "three", "four", "five", "six"].map(parseTerm);
  assert.equal(parseQuery(["six"], [group]).synonyms[0].length, 5);
  assert.equal(parseQuery(["six"], [group]).synonyms[0][0].text, "six");
});

test("a word that two subjects share finds both, and a name of one does not find the other", () => {
  const groups = [["Domestic abuse", "Domestic violence"], ["Partner abuse", "Domestic violence"]].map((group) =>
    group.map(parseTerm),
  );
  const found = (text) => parseQuery(splitWords(text), groups).synonyms.map((terms) => terms.map((term) => term.text));
  assert.deepEqual(found("domestic violence"), [["Domestic violence", "Domestic abuse", "Partner abuse"]]);
  assert.deepEqual(found("domestic abuse"), [["Domestic abuse", "Domestic violence"]]);
});
