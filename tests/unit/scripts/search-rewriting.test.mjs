import assert from "node:assert/strict";
import { test } from "node:test";

import { parseTerm } from "../../../overrides/assets/search-query.js";
import { findByInitials, findNameWith, joinPairs, readKnownWords, splitInTwo } from "../../../overrides/assets/search-rewriting.js";

const { folded: KNOWN } = readKnownWords(["Wren", "lantern", "frozen water", "timetable", ""]);
const NAMES = ["Keeping Lanterns Safe in Winter", "Tarn Rescue Board"];
const GROUPS = [["Thin ice", "Meredith's hazard"], ["Frost", "Cold hazard"], ["Cold water", "Cold shock"]].map((group) => group.map(parseTerm));

test("initials find the name that they stand for, with or without its small words", () => {
  assert.equal(findByInitials("KLSIW", NAMES), "Keeping Lanterns Safe in Winter");
  assert.equal(findByInitials("klsw", NAMES), "Keeping Lanterns Safe in Winter");
  assert.equal(findByInitials("TRB", NAMES), "Tarn Rescue Board");
  for (const typed of ["trb", "KL", "T4B", "TRBS"]) assert.equal(findByInitials(typed, NAMES), undefined, typed);
});

test("one word is split into two known words, or into a known word and a letter", () => {
  assert.deepEqual(splitInTwo("frozenwater", KNOWN), ["frozen water"]);
  assert.deepEqual(splitInTwo("lanternk", KNOWN), ["lantern k"]);
  assert.deepEqual(splitInTwo("frozenzebra", KNOWN), []);
});

test("two words are written as one if it is known", () => {
  assert.equal(joinPairs("reduced time table", KNOWN), "reduced timetable");
  assert.equal(joinPairs("frozen water", KNOWN), "frozen water");
});

test("a word leads to the only name that has it", () => {
  assert.equal(findNameWith("meredith", GROUPS), "Meredith's hazard");
  assert.equal(findNameWith("hazard", GROUPS), undefined);
  assert.equal(findNameWith("shock", GROUPS), undefined);
});

test("the file of known words has tiers, then names in lines", () => {
  assert.deepEqual(readKnownWords(["Wren", "a b", "c", "d", "e", NAMES.join("\n")]).longNames, NAMES);
  assert.deepEqual(readKnownWords(["Wren", "a b", "c", "d", "e"]).longNames, []);
});
