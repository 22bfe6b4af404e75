// Of a page that was found: the sentence that holds the words, and the headings below which they stand.

const PLACES = 3;
const SHORT = 8;
const LONG = 30;

/** A word as it is compared: small plain letters and digits, without the s of a plural. The build does the same. */
export function fold(word) {
  const plain = word.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  return plain.length > 3 && plain.endsWith("s") ? plain.slice(0, -1) : plain;
}

function sections(words, anchors, title) {
  const headings = anchors
    .filter((each) => /^h\d$/i.test(each.element) && each.text?.trim())
    .sort((one, other) => one.location - other.location);
  const bounds = [...headings.map((each) => each.location), words.length];
  const above = { id: "", title, start: afterTitle(words, title), end: bounds[0] };
  const below = headings.map((each, number) => ({
    id: each.id,
    title: each.text.trim(),
    start: each.location,
    text: each.location + each.text.trim().split(/\s+/).length,
    end: bounds[number + 1],
  }));
  return [above, ...below].map((each) => ({ text: each.start, ...each }));
}

/** A page's text begins with its heading, which the title says already. */
function afterTitle(words, title) {
  const end = words.findIndex((each) => /[.!?]$/.test(each)) + 1;
  const heading = words.slice(0, end).join(" ").replace(/[.!?]$/, "");
  return heading && title.startsWith(heading) ? end : 0;
}

function count(words, places, start, end) {
  const inside = places.filter((each) => each >= start && each < end);
  return { inside, different: new Set(inside.map((each) => fold(words[each]))).size };
}

/** Where the sentences of a section end. */
function ends(words, start, end) {
  const found = [];
  for (let place = start; place < end; place += 1) {
    if (/[.!?][)”’"']*$/.test(words[place]) || place === end - 1) found.push(place + 1);
  }
  return found;
}

/** The sentence with the most of the words; a short one with the next, of a long one what lies about the words. */
function sentence(words, places, { text, end }) {
  let best = { start: text, end: text, different: -1, number: 0 };
  let start = text;
  const stops = ends(words, text, end);
  stops.forEach((stop, number) => {
    const { inside, different } = count(words, places, start, stop);
    if (different > best.different || (different === best.different && inside.length > best.number)) {
      best = { start, end: stop, different, number: inside.length };
    }
    start = stop;
  });
  for (const stop of stops) {
    if (stop > best.end && best.end - best.start < SHORT && stop - best.start <= LONG) best.end = stop;
  }
  let { start: from, end: to } = best;
  if (to - from > LONG) {
    const first = places.find((each) => each >= from && each < to) ?? from;
    from = Math.max(from, Math.min(first - Math.floor(LONG / 3), to - LONG));
    to = Math.min(to, from + LONG);
  }
  const found = new Set(places);
  const parts = [];
  if (from > best.start) parts.push({ text: "… " });
  for (let place = from; place < to; place += 1) {
    const [, before, core, after] = words[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    if (found.has(place) && core) parts.push({ text: before }, { text: core, found: true }, { text: `${after} ` });
    else parts.push({ text: `${words[place]} ` });
  }
  if (to < best.end) parts.push({ text: "…" });
  return parts;
}

/**
 * What to show of a page or a part of a document: `fragment` is what the index holds of it, `places` the numbers of the
 * words that were found, `asked` what was looked for. Gives its title, kind and date, its sentence and up to three places
 * below headings.
 */
export function shown(fragment, places, asked) {
  const words = fragment.content.split(/\s+/);
  const sorted = [...new Set(places)].filter((each) => each < words.length).sort((one, other) => one - other);
  const title = fragment.meta.title ?? "";
  const [address] = fragment.url.split("#");
  const all = sections(words, fragment.anchors ?? [], title).map((each) => {
    const whole = count(words, sorted, each.start, each.end);
    return { ...each, ...whole, url: each.id ? `${address}#${each.id}` : address };
  });
  const telling = all.map((each) => ({ ...each, best: bestCount(words, sorted, each) }));
  const most = Math.max(0, ...telling.map((each) => each.best));
  const fitting = telling.filter((each) => most > 0 && each.best === most);
  const chosen = [...fitting].sort((one, other) => other.inside.length - one.inside.length).slice(0, PLACES);
  const below = fitting.filter((each) => each.id && chosen.includes(each));
  const above = fitting.find((each) => !each.id) ?? all[0];
  const theme = most === 0 ? subject(fragment.meta, asked) : [];
  return {
    address,
    title,
    kind: fragment.meta.kind ?? "",
    date: fragment.meta.date ?? "",
    most,
    sentence: below.length === 0 || chosen.includes(above) ? [...theme, ...sentence(words, sorted, above)] : [],
    places: below.map((each) => ({ title: each.title, url: each.url, sentence: sentence(words, sorted, each) })),
  };
}

/** By what a page was found whose text does not hold the words: a theme, a harm or another name. */
function subject({ title = "", about = "" }, asked) {
  const holds = (text) => asked.some((each) => text.split(/\s+/).some((word) => fold(word).startsWith(each)));
  const found = holds(title) ? [] : [...new Set(about.split("; "))].filter(holds);
  return found.length > 0 ? [{ text: "On " }, { text: found.join(", "), found: true }, { text: ". " }] : [];
}

/** How many different words the best sentence of a section holds, its heading counted in. */
function bestCount(words, places, section) {
  let start = section.start;
  let most = 0;
  for (const stop of ends(words, section.start, section.end)) {
    most = Math.max(most, count(words, places, start, stop).different);
    start = stop;
  }
  return most;
}
