// The entries of a list of more than one page, read from small files.

import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeIds, FinderPieces } from "../../../overrides/assets/finder-pieces.js";

/** Three entries, two cards in a piece. */
const FILES = {
  facets: {
    version: "a",
    size: 2,
    total: 3,
    facets: {
      year: { sets: ["2022", "2021"], width: 1, codes: "001" },
      theme: { ids: ["one", "two", "three", "four", "five", "six"], width: 2, codes: "1031g1" },
    },
  },
  orders: {
    version: "a",
    newest: { width: 1, codes: "012" },
    oldest: { width: 1, codes: "210" },
    name: { width: 1, codes: "120" },
  },
  ids: { version: "a", ids: "wren heron teal" },
  "cards-0": { version: "a", cards: ["<li>Wren</li>", "<li>Heron</li>"] },
  "cards-1": { version: "a", cards: ["<li>Teal</li>"] },
};

function pieces(files = FILES) {
  const asked = [];
  const load = async (address) => {
    asked.push(address);
    const name = address.slice("lists/".length, -".json".length);
    if (!(name in files)) throw new Error(name);
    return files[name];
  };
  return { asked, from: new FinderPieces("lists/", load) };
}

test("ids are read from combinations and from bits", () => {
  assert.deepEqual(decodeIds(FILES.facets.facets.year, 3), [["2022"], ["2022"], ["2021"]]);
  assert.deepEqual(decodeIds(FILES.facets.facets.theme, 3), [["one"], ["one", "two", "six"], ["five", "six"]]);
  assert.deepEqual(decodeIds({ sets: ["", "a b"], width: 1, codes: "01" }, 2), [[], ["a", "b"]]);
});

test("entries have their facets, orders and addresses", async () => {
  const { from } = pieces();
  const items = await from.readItems();
  await from.addOrders(items);
  await from.addAddresses(items, "reviews/");
  assert.deepEqual(
    items.map(({ address, oldest, byName }) => [address, oldest, byName]),
    [
      ["reviews/wren/", 2, 1],
      ["reviews/heron/", 1, 2],
      ["reviews/teal/", 0, 0],
    ],
  );
});

test("only the pieces of the entries are loaded, each once", async () => {
  const { asked, from } = pieces();
  const items = await from.readItems();
  assert.deepEqual(await from.readCards([items[2]]), ["<li>Teal</li>"]);
  assert.deepEqual(await from.readCards([items[2]]), ["<li>Teal</li>"]);
  assert.deepEqual(asked, ["lists/facets.json", "lists/cards-1.json"]);
});

test("files of different versions of the list are not mixed", async () => {
  const { from } = pieces({ ...FILES, "cards-0": { version: "b", cards: ["<li>Other</li>"] } });
  const items = await from.readItems();
  await assert.rejects(from.readCards([items[0]]), /the list has changed/);
});

test("a file that could not be loaded is tried again", async () => {
  const files = { ...FILES };
  delete files["cards-1"];
  const { asked, from } = pieces(files);
  const items = await from.readItems();
  await assert.rejects(from.readCards([items[2]]));
  files["cards-1"] = FILES["cards-1"];
  assert.deepEqual(await from.readCards([items[2]]), ["<li>Teal</li>"]);
  assert.equal(asked.length, 3);
});
