// Invented people.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  limitResults,
  listRanks,
  mergeAll,
  mergeAny,
  parsePageId,
  rankResults,
} from "../../../overrides/assets/search-ranking.js";

const hit = (score, ...places) => ({ raw: {}, score, places });
const hits = (scores) => new Map(Object.entries(scores).map(([id, score]) => [id, hit(score, 1)]));
const addresses = (results) => results.map(({ address }) => address);

test("an id in the index is the address of a page", () => {
  assert.deepEqual(parsePageId("reviews~hazel~1a2b"), { address: "reviews/hazel/", kind: "Review" });
  assert.deepEqual(parsePageId("briefings~asking~1a2b"), { address: "briefings/asking/", kind: "Briefing" });
  assert.deepEqual(parsePageId("about~1a2b"), { address: "about/", kind: "Page" });
  assert.deepEqual(parsePageId("~1a2b"), { address: "", kind: "Page" });
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

test("a page must be in all answers, and its scores are added", () => {
  const merged = mergeAll([hits({ a: 1, b: 2 }), hits({ b: 3, c: 9 }), hits({ b: 1 })]);
  assert.deepEqual([...merged.keys()], ["b"]);
  assert.equal(merged.get("b").score, 6);
  assert.deepEqual(merged.get("b").places, [1, 1, 1]);
});

test("no answers and empty answers give no pages", () => {
  assert.equal(mergeAll([]).size, 0);
  assert.equal(mergeAll([hits({ a: 1 }), new Map()]).size, 0);
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
  const [first, second] = rankResults(hits({ [`${document}~1`]: 1, "about~1": 2, [`${document}~2`]: 3, [`${document}~3`]: 2 }), ["tarn"]);
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

test("no kind has more results than its limit", () => {
  const kinds = ["A", "A", "A", "B", "A", "C"].map((kind, number) => ({ kind, number }));
  assert.deepEqual(limitResults(kinds, 8, 2).map(({ number }) => number), [0, 1, 3, 5]);
  assert.deepEqual(limitResults(kinds, 3, 2).map(({ number }) => number), [0, 1, 3]);
});
