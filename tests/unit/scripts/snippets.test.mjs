// Invented pages and people.
import assert from "node:assert/strict";
import { test } from "node:test";

import { foldWord, makeSnippet } from "../../../overrides/assets/snippets.js";

const words = (number) => Array.from({ length: number }, (_, place) => `w${place}`);

function fragment(content, meta = {}, anchors = []) {
  return { url: "/reviews/hazel/#top", content, meta: { title: "Hazel", ...meta }, anchors };
}

function placesOf(content, ...terms) {
  return content.split(/\s+/).flatMap((word, place) => (terms.includes(foldWord(word)) ? [place] : []));
}

const textOf = (sentence) => sentence.map(({ text }) => text).join("").trim();
const matchesOf = (sentence) => sentence.filter(({ isMatch }) => isMatch).map(({ text }) => text);

test("words are folded to lower-case letters and digits, without accents", () => {
  assert.equal(foldWord("“Zoë’s"), "zoe");
  assert.equal(foldWord("Section-47!"), "section47");
  assert.equal(foldWord("…"), "");
});

test("the plural s is removed from words of four letters or more, and ies from words of five or more", () => {
  assert.equal(foldWord("gas"), "gas");
  assert.equal(foldWord("cats"), "cat");
  assert.equal(foldWord("ties"), "tie");
  assert.equal(foldWord("cries"), "cry");
});

test("the sentence with the most different words is chosen", () => {
  const content = "The lantern and the lantern stood on the old table. A lantern hung above the tarn all that night.";
  const { sentence } = makeSnippet(fragment(content), placesOf(content, "lantern", "tarn"), ["lantern", "tarn"]);
  assert.equal(textOf(sentence), "A lantern hung above the tarn all that night.");
  assert.deepEqual(matchesOf(sentence), ["lantern", "tarn"]);
});

test("the mark leaves out the punctuation around a word", () => {
  const content = "They said (“Lantern!”) and nothing else was heard at all.";
  const { sentence } = makeSnippet(fragment(content), placesOf(content, "lantern"), ["lantern"]);
  assert.deepEqual(matchesOf(sentence), ["Lantern"]);
  assert.equal(textOf(sentence), content);
});

test("a sentence of seven words is joined with the next one, a sentence of eight is not", () => {
  const next = "Then came the next sentence here.";
  for (const [length, isJoined] of [
    [7, true],
    [8, false],
  ]) {
    const content = `Lantern ${words(length - 2).join(" ")} end. ${next}`;
    const { sentence } = makeSnippet(fragment(content), [0], ["lantern"]);
    assert.equal(textOf(sentence).endsWith(next), isJoined, `${length} words`);
  }
});

test("a sentence of thirty words is shown whole, a sentence of thirty-one is cut", () => {
  for (const [length, isCut] of [
    [30, false],
    [31, true],
  ]) {
    const content = `${words(length - 1).join(" ")} end.`;
    const { sentence } = makeSnippet(fragment(content), [0], ["w0"]);
    assert.equal(textOf(sentence).endsWith("…"), isCut, `${length} words`);
    assert.equal(textOf(sentence).split(" ").filter((word) => word !== "…" && word !== "").length <= 30, true);
  }
});

test("a long sentence is cut on both sides of its match", () => {
  const content = `${words(99).join(" ")} end.`;
  const { sentence } = makeSnippet(fragment(content), [50], ["w50"]);
  assert.deepEqual(matchesOf(sentence), ["w50"]);
  assert.ok(textOf(sentence).startsWith("… w40 "));
  assert.ok(textOf(sentence).endsWith(" w69 …"));
});

test("the heading of the page is not repeated", () => {
  const content = "Hazel. A lantern stood on the table in the hall.";
  const { sentence } = makeSnippet(fragment(content), placesOf(content, "lantern"), ["lantern"]);
  assert.equal(textOf(sentence), "A lantern stood on the table in the hall.");
  assert.equal(textOf(makeSnippet(fragment(content), [], []).sentence), "A lantern stood on the table in the hall.");
  assert.equal(textOf(makeSnippet(fragment(content, { title: "Rowan" }), [], []).sentence), content);
});

test("of two sentences with the same words, the one with more matches is chosen", () => {
  const content = "A lantern stood on the table in the hall. The lantern was their only lantern in that house.";
  const { sentence } = makeSnippet(fragment(content), placesOf(content, "lantern"), ["lantern"]);
  assert.deepEqual(matchesOf(sentence), ["lantern", "lantern"]);
});

test("a short sentence is not joined with a next one if both have more than thirty words", () => {
  for (const [length, isJoined] of [
    [27, true],
    [28, false],
  ]) {
    const content = `A lantern shone. ${words(length - 1).join(" ")} end.`;
    const { sentence } = makeSnippet(fragment(content), [1], ["lantern"]);
    assert.equal(textOf(sentence), isJoined ? content : "A lantern shone.");
  }
});

function withSections(number) {
  const parts = ["Intro text has none of it."];
  const anchors = [];
  for (let section = 1; section <= number; section += 1) {
    anchors.push({ element: "h2", id: `s${section}`, text: `Part ${section}`, location: parts.join(" ").split(" ").length });
    parts.push(`Part ${section} ${"lantern ".repeat(section)}was seen in this part of it.`);
  }
  return fragment(parts.join(" "), {}, anchors);
}

test("at most three sections are shown: those with the most matches, in the order of the page", () => {
  const page = withSections(4);
  const { places, sentence } = makeSnippet(page, placesOf(page.content, "lantern"), ["lantern"]);
  assert.deepEqual(
    places.map(({ url, title }) => [url, title]),
    [
      ["/reviews/hazel/#s2", "Part 2"],
      ["/reviews/hazel/#s3", "Part 3"],
      ["/reviews/hazel/#s4", "Part 4"],
    ],
  );
  assert.deepEqual(sentence, []);
  assert.ok(textOf(places[0].sentence).startsWith("lantern lantern was"));
});

test("only sections with the most different words are shown", () => {
  const page = withSections(2);
  page.content += " A tarn.";
  const { places } = makeSnippet(page, placesOf(page.content, "lantern", "part", "tarn"), ["lantern", "part", "tarn"]);
  assert.equal(places.length, 2);
  page.content = page.content.replace("A tarn.", "tarn lantern part.");
  const best = makeSnippet(page, placesOf(page.content, "lantern", "part", "tarn"), ["lantern", "part", "tarn"]);
  assert.deepEqual(best.places.map(({ url }) => url), ["/reviews/hazel/#s2"]);
});

test("the order of the anchors does not matter", () => {
  const page = withSections(3);
  const places = placesOf(page.content, "lantern");
  const inOrder = makeSnippet(page, places, ["lantern"]);
  page.anchors.reverse();
  assert.deepEqual(makeSnippet(page, places, ["lantern"]), inOrder);
});

test("anchors without text or of other elements are not sections", () => {
  const page = withSections(1);
  const inside = page.anchors[0].location + 1;
  page.anchors.push(
    { element: "p", id: "p1", text: "No", location: inside },
    { element: "h2", id: "h0", text: " ", location: inside },
    { element: "h2", id: "h1", location: inside },
  );
  const { places } = makeSnippet(page, placesOf(page.content, "lantern"), ["lantern"]);
  assert.deepEqual(places.map(({ url }) => url), ["/reviews/hazel/#s1"]);
});

test("a page that only has the topic says so, each topic once", () => {
  const about = "Neglect; Neglect; Early help";
  const { sentence } = makeSnippet(fragment("Some other text that is long enough to show.", { about }), [], ["neglect"]);
  assert.ok(textOf(sentence).startsWith("On Neglect. Some other"));
  assert.deepEqual(matchesOf(sentence), ["Neglect"]);
});

test("the topic is not named if the title or the text matches", () => {
  const about = "Neglect";
  const text = "Some text on neglect that is long enough to show.";
  const titled = makeSnippet(fragment("Other text.", { about, title: "Neglect" }), [], ["neglect"]);
  assert.ok(!textOf(titled.sentence).startsWith("On "));
  const matching = makeSnippet(fragment(text, { about }), placesOf(text, "neglect"), ["neglect"]);
  assert.ok(!textOf(matching.sentence).startsWith("On "));
});

test("places after the end of the text are ignored", () => {
  const { sentence } = makeSnippet(fragment("One two."), [7, 99], ["one"]);
  assert.deepEqual(matchesOf(sentence), []);
});

test("HTML in a page is only text", () => {
  const content = "The <img onerror=alert(1)> lantern hung there for years and years.";
  const { sentence } = makeSnippet(fragment(content), placesOf(content, "lantern"), ["lantern"]);
  assert.equal(textOf(sentence), content);
});

test("the kind and the date are empty if the page has none", () => {
  const { kind, date, address } = makeSnippet(fragment("One two."), [], []);
  assert.deepEqual({ kind, date, address }, { kind: "", date: "", address: "/reviews/hazel/" });
});
