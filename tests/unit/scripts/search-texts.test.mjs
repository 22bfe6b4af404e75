import assert from "node:assert/strict";
import { test } from "node:test";

import { countResults, describeMissing, describeResults, isUnusual } from "../../../overrides/assets/search-texts.js";

const found = (...missing) => ({ missing });
const answer = (shownFor, more = {}) => ({
  ...{ shownFor, unknown: [], phrase: "", similar: "", empty: "", results: [found()] },
  ...more,
});

test("one result is singular", () => {
  assert.deepEqual([0, 1, 2].map(countResults), ["0 results", "1 result", "2 results"]);
});

test("the results are described with the words and the kind", () => {
  assert.equal(describeResults("tarn", "", answer("tarn"), 2), "2 results for “tarn”");
  assert.equal(describeResults("tarn", "News", answer("tarn"), 1), "1 result in news and resources for “tarn”");
});

test("words that were left out are named", () => {
  const text = "No results for all your words. Without “x” and “y”: 1 result.";
  const lacking = answer("x tarn y", { results: [found("x", "y")] });
  assert.equal(describeResults("x tarn y", "", lacking, 1), text);
  assert.equal(isUnusual("x tarn y", lacking), true);
  const some = answer("a b", { results: [found("a"), found("b")] });
  assert.equal(describeResults("a b", "", some, 2), "No results for all your words. With some of them: 2 results.");
});

test("a result says which words it lacks, or that it lacks the phrase", () => {
  assert.equal(describeMissing(found("tarn", "ferry")), "Without “tarn” and “ferry”");
  assert.equal(describeMissing(found(), "tarn ferry"), "Words not together: “tarn ferry”");
  assert.equal(describeMissing({ ...found(), answer: {} }, "tarn ferry"), "");
  assert.equal(describeMissing(found()), "");
});

test("a phrase, a synonym and a subject without records are named", () => {
  const phrase = answer("tarn ferry", { phrase: "tarn ferry" });
  const text = "No page has the words “tarn ferry” together. With the words apart: 3 results.";
  assert.equal(describeResults("tarn ferry", "", phrase, 3), text);
  const similar = answer("boat", { similar: "ferry" });
  assert.equal(describeResults("boat", "", similar, 1), "No results for “boat”. Showing results for “ferry”: 1 result.");
  const empty = answer("ferries", { empty: "Ferries" });
  assert.equal(describeResults("ferries", "", empty, 1), "We have not published anything on “Ferries” yet. 1 result.");
  for (const unusual of [phrase, similar, empty]) assert.equal(isUnusual(unusual.shownFor, unusual), true);
  assert.equal(isUnusual("tarn", answer("tarn")), false);
});

test("a corrected word is named", () => {
  const text = "No results for “tran”. Showing results for “tarn”: 3 results.";
  assert.equal(describeResults("tran", "", answer("tarn"), 3), text);
});

test("a query without results says what to try", () => {
  const text = "No results for “xq”. Check the spelling, or try fewer or other words.";
  assert.equal(describeResults("xq", "", answer("xq", { results: [] }), 0), text);
});
