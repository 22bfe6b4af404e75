import assert from "node:assert/strict";
import { test } from "node:test";

import { findClosestWords } from "../../../overrides/assets/spelling.js";

const findClosestWord = (typed, tiers) => findClosestWords(typed, tiers)[0];
const NAMES = ["Rowan", "Hazel"];
const COMMON = ["school", "safeguarding", "lantern"];
const RARE = ["schoal", "rowans"];
const WORDS = ["neglect", "abuse"];
const TIERS = [NAMES, WORDS, COMMON, RARE];

test("a letter missing, added, replaced or swapped is corrected", () => {
  for (const typed of ["neglct", "negllect", "neglext", "nelgect"]) assert.equal(findClosestWord(typed, TIERS), "neglect");
});

test("a word is returned as the library spells it", () => {
  assert.equal(findClosestWord("ROWEN", TIERS), "Rowan");
});

test("words of up to three letters are not corrected", () => {
  assert.equal(findClosestWord("hat", [["that", "hats"]]), undefined);
  assert.equal(findClosestWord("hatt", [["hat"]]), "hat");
});

test("words of up to seven letters may have one error, longer ones two", () => {
  assert.equal(findClosestWord("neglxxt", TIERS), undefined);
  assert.equal(findClosestWord("safegaurdng", TIERS), "safeguarding");
  assert.equal(findClosestWord("lanternx", [[], [], ["lanter"]]), undefined);
  assert.equal(findClosestWord("safxgxxrding", TIERS), undefined);
});

test("a wrong first letter counts as one error, and is not accepted with a second one", () => {
  assert.equal(findClosestWord("meglect", TIERS), "neglect");
  assert.equal(findClosestWord("xafegaurding", TIERS), undefined);
});

test("a word with the typed first letter is preferred", () => {
  assert.equal(findClosestWord("mash", [[], ["cash", "mast"]]), "mast");
});

test("fewer errors are preferred, then an earlier tier", () => {
  assert.equal(findClosestWord("lanternn", [["lantirn"], ["lantern"]]), "lantern");
  assert.equal(findClosestWord("schoel", [[], ["school"], ["schoal"]]), "school");
  assert.equal(findClosestWord("schoel", [[], ["schoal"], ["school"]]), "schoal");
});

test("a word that may be another word is only corrected to a name or a word of the vocabulary", () => {
  const words = ["tough", "talking", "steering", "annual", "form"];
  const others = [[], [], words];
  for (const typed of ["rough", "stalking", "sleeping", "farm"]) assert.equal(findClosestWord(typed, others), undefined, typed);
  assert.equal(findClosestWord("anual", others), "annual");
  assert.equal(findClosestWord("fomr", others), "form");
  assert.equal(findClosestWord("farm", [[], words]), "form");
});

test("text that is not one word is not corrected", () => {
  for (const typed of ["rowan1", "row an", "<rowan>", "rowan@example.org", "07700900123", ""]) {
    assert.equal(findClosestWord(typed, TIERS), undefined, typed);
  }
});

test("nothing is found without known words", () => {
  assert.equal(findClosestWord("rowan", []), undefined);
  assert.equal(findClosestWord("rowan", [[], [""]]), undefined);
});

test("a name is found without the letter before its apostrophe", () => {
  assert.equal(findClosestWord("Quillen", [["o'quillen", "quilted"]]), "o'quillen");
  assert.equal(findClosestWord("souza", [["d’souza"]]), "d’souza");
  assert.equal(findClosestWord("clock", [["cloak", "o'clock"]]), "o'clock");
});

test("a name is found without the strokes and accents of its letters", () => {
  assert.equal(findClosestWord("Llanow", [["llłanów"]]), "llłanów");
  assert.equal(findClosestWord("lanow", [["łanów"]]), "łanów");
  assert.equal(findClosestWord("soren", [["søren"]]), "søren");
  assert.equal(findClosestWord("strasse", [["straße"]]), "straße");
});

test("a name is corrected to one that sounds the same", () => {
  assert.equal(findClosestWord("sofie", [["Sophie"]]), "Sophie");
  assert.equal(findClosestWord("sofie", [[], [], ["sophie"]]), undefined);
});

test("a word with a capital letter after a small one is an abbreviation, and is not corrected", () => {
  assert.equal(findClosestWord("DoLS", [[], ["does"]]), undefined);
});

test("a letter is corrected only to one that is easily typed for it", () => {
  for (const typed of ["locked", "sexting", "natal", "eaten"]) {
    assert.equal(findClosestWord(typed, [[], ["looked", "setting", "fatal", "beaten"]]), undefined, typed);
  }
  assert.equal(findClosestWord("seperate", [[], [], ["separate"]]), "separate");
  assert.equal(findClosestWord("neglevt", [[], [], ["neglect"]]), "neglect");
});

test("words that are equally close are all returned, earlier tiers first", () => {
  assert.deepEqual(findClosestWords("genetal", [[], ["general", "genital"], ["lantern"]]), ["general", "genital"]);
});

test("a word with two errors has nearly the same consonants", () => {
  assert.equal(findClosestWord("accomadation", [[], [], ["accommodation"]]), "accommodation");
  assert.equal(findClosestWord("punished", [[], [], ["published"]]), undefined);
  assert.equal(findClosestWord("shooting", [[], ["schooling"]]), undefined);
});
