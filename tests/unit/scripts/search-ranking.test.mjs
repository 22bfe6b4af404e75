// Invented people.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  limitResults,
  listRanks,
  mergeAny,
  mergeUnits,
  parsePageId,
  rankResults,
} from "../../../overrides/assets/search-ranking.js";

const hit = (score, ...places) => ({ raw: {}, score, places });
const hits = (scores) => new Map(Object.entries(scores).map(([id, score]) => [id, hit(score, 1)]));
const unit = (typed, ...synonyms) => ({
  typed,
  terms: [typed, ...synonyms].map((text) => ({ text, words: text.split(" "), weight: 1 })),
});
const addresses = (results) => results.map(({ address }) => address);

test("an id in the index is the address of a page", () => {
  assert.deepEqual(parsePageId("reviews~hazel~1a2b"), { address: "reviews/hazel/", kind: "Review", month: "" });
  assert.deepEqual(parsePageId("briefings~asking~1a2b"), { address: "briefings/asking/", kind: "Briefing", month: "" });
  assert.deepEqual(parsePageId("about~1a2b"), { address: "about/", kind: "Page", month: "" });
  assert.deepEqual(parsePageId("~1a2b"), { address: "", kind: "Page", month: "" });
  assert.deepEqual(parsePageId("news~open~1a2b-202311"), { address: "news/open/", kind: "News", month: "202311" });
});

test("the list of reviews is a page, not a review", () => {
  assert.equal(parsePageId("reviews~1a2b").kind, "Page");
});

test("an id with a file is a document of a record", () => {
  assert.deepEqual(parsePageId("reviews~hazel~@hazel-report.pdf~1a2b"), {
    address: "documents/hazel-report.pdf",
    kind: "Document",
    record: "reviews/hazel/",
  });
});

test("an id without an address has none", () => {
  assert.deepEqual(parsePageId("en_1a2b"), { address: undefined, kind: "Page" });
});

test("a page must have all units, and its scores are added", () => {
  const merged = mergeUnits([hits({ a: 1, b: 2 }), hits({ b: 3, c: 9 }), hits({ b: 1 })], ["one", "two", "three"]);
  assert.deepEqual([...merged.keys()], ["b"]);
  assert.equal(merged.get("b").score, 6);
  assert.deepEqual(merged.get("b").places, [1, 1, 1]);
  assert.deepEqual(merged.get("b").missing, []);
});

test("if no page has all units, those with the most are found, and say what they lack", () => {
  const merged = mergeUnits([hits({ a: 1, b: 2 }), hits({ b: 3, c: 9 }), new Map()], ["one", "two", "three"]);
  assert.deepEqual([...merged].map(([id, { missing }]) => [id, missing]), [["b", ["three"]]]);
});

test("a page with less than half of the units is not found", () => {
  assert.equal(mergeUnits([hits({ a: 1 }), new Map(), new Map()], ["one", "two", "three"]).size, 0);
  assert.equal(mergeUnits([], []).size, 0);
  assert.equal(mergeUnits([new Map()], ["one"]).size, 0);
});

test("of several synonyms the best score counts, after its weight", () => {
  const merged = mergeAny([hits({ a: 1 }), hits({ a: 2, b: 1 })], [1, 0.6]);
  assert.equal(merged.get("a").score, 1.2);
  assert.equal(merged.get("b").score, 0.6);
  assert.deepEqual(merged.get("a").places, [1, 1]);
});

test("reviews rank above pages with the same score, and themes below", () => {
  const results = rankResults(hits({ "themes~neglect~1": 1, "about~1": 1, "reviews~hazel~1": 1 }), []);
  assert.deepEqual(addresses(results), ["reviews/hazel/", "about/", "themes/neglect/"]);
});

test("the parts of a document are one result, with the best score", () => {
  const document = "reviews~hazel~@report.pdf";
  const [first, second] = rankResults(hits({ [`${document}~1`]: 1, "about~1": 2, [`${document}~2`]: 3, [`${document}~3`]: 2 }), [unit("tarn")]);
  assert.equal(first.address, "documents/report.pdf");
  assert.equal(first.score, 3);
  assert.equal(first.parts.length, 3);
  assert.deepEqual(first.words, ["tarn"]);
  assert.equal(second.address, "about/");
});

test("pages without an address stay separate results", () => {
  assert.equal(rankResults(hits({ en_1: 1, en_2: 1 }), []).length, 2);
});

test("a document also ranks its record, each address once", () => {
  const results = rankResults(hits({ "reviews~hazel~@report.pdf~1": 3, "about~1": 2, "reviews~hazel~1": 1, en_1: 0.5 }), []);
  assert.deepEqual([...listRanks(results)], [
    ["documents/report.pdf", 0],
    ["reviews/hazel/", 1],
    ["about/", 2],
  ]);
});

test("a review whose whole name was typed is first, then pages whose name has the words", () => {
  const found = hits({ "resources~hazel-and-report~1": 9, "about~1": 8, "briefings~hazel-lessons~1": 5, "reviews~hazel~1": 1 });
  const ranked = rankResults(found, [unit("hazel"), unit("report")]);
  assert.deepEqual(addresses(ranked), ["reviews/hazel/", "resources/hazel-and-report/", "about/", "briefings/hazel-lessons/"]);
  assert.deepEqual(addresses(rankResults(found, [unit("hazel")])).slice(0, 2), ["reviews/hazel/", "resources/hazel-and-report/"]);
});

test("the name of a page may have a synonym, or begin with the word", () => {
  const found = hits({ "about~1": 9, "briefings~front-door~1": 1, "news~training~1": 1 });
  assert.equal(addresses(rankResults(found, [unit("MASH", "front door")]))[0], "briefings/front-door/");
  assert.equal(addresses(rankResults(found, [unit("train")]))[0], "news/training/");
});

test("the kind of a page belongs to its name", () => {
  const found = hits({ "about~1": 9, "briefings~front-door~1": 1 });
  assert.equal(addresses(rankResults(found, [unit("front"), unit("briefing")]))[0], "briefings/front-door/");
});

test("a theme is first by its name only if no other page is", () => {
  const found = hits({ "about~1": 9, "themes~harm~adult-self-neglect~1": 1 });
  assert.equal(addresses(rankResults(found, [unit("self"), unit("neglect")]))[0], "themes/harm/adult-self-neglect/");
  const both = hits({ "about~1": 9, "themes~neglect~1": 8, "briefings~child-neglect~1": 1 });
  assert.deepEqual(addresses(rankResults(both, [unit("neglect")])), ["briefings/child-neglect/", "about/", "themes/neglect/"]);
});

test("of the news with the word in their names the newest is first", () => {
  const found = hits({ "news~training-day~1-202201": 9, "about~1": 1, "resources~training-plan~1-202311": 3, "news~training~1": 8 });
  const ranked = addresses(rankResults(found, [unit("training")]));
  assert.deepEqual(ranked, ["resources/training-plan/", "news/training-day/", "news/training/", "about/"]);
});

test("a result that lacks a word ranks no address", () => {
  const found = new Map([["about~1", { ...hit(1), missing: ["two"] }]]);
  assert.equal(listRanks(rankResults(found, [unit("one")])).size, 0);
});

test("no kind has more results than its limit", () => {
  const kinds = ["A", "A", "A", "B", "A", "C"].map((kind, number) => ({ kind, number }));
  assert.deepEqual(limitResults(kinds, 8, 2).map(({ number }) => number), [0, 1, 3, 5]);
  assert.deepEqual(limitResults(kinds, 3, 2).map(({ number }) => number), [0, 1, 3]);
});
