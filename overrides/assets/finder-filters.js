// What a finder's choices mean: how they stand in an address, what fits them, and in which order.

export const SORTS = ["newest", "oldest", "name"];
const LONGEST_WORDS = 200;

const byName = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** What an address asks for. What nobody can choose is left out: `known` holds every id by facet. */
export function choicesIn(query, known) {
  const asked = new URLSearchParams(query);
  const chosen = new Map();
  for (const [facet, ids] of known) chosen.set(facet, new Set(asked.getAll(facet).filter((id) => ids.has(id))));
  const sort = SORTS.find((each) => each === asked.get("sort")) ?? SORTS[0];
  return { chosen, sort, words: (asked.get("q") ?? "").trim().slice(0, LONGEST_WORDS) };
}

/** The same as an address says it: empty where nothing is chosen. */
export function queryOf({ chosen, sort, words }) {
  const said = new URLSearchParams();
  for (const [facet, ids] of chosen) for (const id of ids) said.append(facet, id);
  if (words) said.set("q", words);
  if (sort !== SORTS[0]) said.set("sort", sort);
  return said.toString();
}

/**
 * The items that have one of the chosen ids of each facet; and, by facet and id, how many there would be with that id,
 * the choices in the other facets being what they are.
 */
export function narrowed(items, chosen) {
  const asked = [...chosen].filter(([, ids]) => ids.size > 0);
  const counts = new Map([...chosen.keys()].map((facet) => [facet, new Map()]));
  const fitting = [];
  for (const item of items) {
    const failing = asked.filter(([facet, ids]) => !item.facets.get(facet).some((id) => ids.has(id)));
    if (failing.length > 1) continue;
    if (failing.length === 0) fitting.push(item);
    for (const facet of failing.length === 0 ? counts.keys() : [failing[0][0]]) {
      const ids = counts.get(facet);
      for (const id of item.facets.get(facet)) ids.set(id, (ids.get(id) ?? 0) + 1);
    }
  }
  return { fitting, counts };
}

/** The items in an order. They come newest first; what has no date stays last in both orders by date. */
export function sorted(items, sort) {
  const inOrder = [...items].sort((one, other) => one.place - other.place);
  if (sort === "name") return inOrder.sort((one, other) => byName.compare(one.name, other.name));
  if (sort === "oldest") return inOrder.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  return inOrder;
}
