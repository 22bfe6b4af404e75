import assert from "node:assert/strict";
import { test } from "node:test";

import { countResults, describeResults } from "../../../overrides/assets/search-texts.js";

const answer = (shownFor, ...unknown) => ({ shownFor, unknown });

test("one result is singular", () => {
  assert.deepEqual([0, 1, 2].map(countResults), ["0 results", "1 result", "2 results"]);
});

test("the results are described with the words and the kind", () => {
  assert.equal(describeResults("tarn", "", answer("tarn"), 2), "2 results for “tarn”");
  assert.equal(describeResults("tarn", "News", answer("tarn"), 1), "1 result in news and resources for “tarn”");
});

test("words that were left out are named", () => {
  const text = "No results for all your words. Without “x” and “y”: 1 result.";
  assert.equal(describeResults("x tarn y", "", answer("x tarn y", "x", "y"), 1), text);
});

test("a corrected word is named", () => {
  const text = "No results for “tran”. Showing results for “tarn”: 3 results.";
  assert.equal(describeResults("tran", "", answer("tarn"), 3), text);
});

test("a query without results says what to try", () => {
  const text = "No results for “xq”. Check the spelling, or try fewer or other words.";
  assert.equal(describeResults("xq", "", answer("xq", "xq"), 0), text);
});
