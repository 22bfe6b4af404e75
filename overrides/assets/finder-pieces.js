// The entries of a finder whose list has more than one page: their facets, their orders and their cards. Each file is
// loaded when it is needed. generator/render/data_files/finder_files.py writes them.

/** @import { FilterItem } from "./finder-filters.js" */

/**
 * Numbers as text: `width` digits for each.
 *
 * @typedef {{width: number, codes: string}} Codes
 */

/**
 * The ids of all entries for a facet: each combination of ids that occurs, or the ids that each entry has some of.
 *
 * @typedef {Codes & {sets?: string[], ids?: string[]}} FacetCodes
 */

/**
 * @typedef {object} Facets
 * @property {number} size the number of cards in a piece
 * @property {number} total the number of entries
 * @property {Object<string, FacetCodes>} facets
 */

/** @typedef {FilterItem & {address: string}} PieceItem */

const BITS = 5;

/** The files of one finder, in a folder. All of them are of the same version of the list. */
export class FinderPieces {
  /**
   * @param {string} folder
   * @param {(address: string) => Promise<any>} load returns the content of a JSON file
   */
  constructor(folder, load = loadJson) {
    this.folder = folder;
    this.load = load;
    this.version = "";
    this.size = 1;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
  }

  /**
   * Return the content of a file, which is loaded once. Reject if the list has changed since the first file.
   *
   * @param {string} name
   * @returns {Promise<any>}
   */
  read(name) {
    const reading = this.files.get(name) ?? this.readFile(name);
    this.files.set(name, reading);
    // A file that could not be loaded is tried again.
    reading.catch(() => this.files.delete(name));
    return reading;
  }

  /** @param {string} name */
  async readFile(name) {
    const content = await this.load(`${this.folder}${name}.json`);
    this.version ||= content.version;
    if (content.version !== this.version) throw new Error(`${name}: the list has changed`);
    return content;
  }

  /**
   * Return all entries with their facets.
   *
   * @returns {Promise<PieceItem[]>}
   */
  async readItems() {
    /** @type {Facets} */
    const { size, total, facets } = await this.read("facets");
    this.size = size;
    /** @type {PieceItem[]} */
    const items = Array.from({ length: total }, (_, place) => {
      return { place, name: "", newest: place, oldest: place, facets: new Map(), address: "" };
    });
    for (const [name, codes] of Object.entries(facets)) {
      decodeIds(codes, total).forEach((ids, place) => items[place].facets.set(name, ids));
    }
    return items;
  }

  /**
   * Add the positions in the other orders to the entries.
   *
   * @param {PieceItem[]} items
   */
  async addOrders(items) {
    const { newest, oldest, name } = await this.read("orders");
    for (const item of items) {
      item.newest = decodeNumber(newest, item.place);
      item.oldest = decodeNumber(oldest, item.place);
      item.byName = decodeNumber(name, item.place);
    }
  }

  /**
   * Add the addresses to the entries, relative to the root of the site.
   *
   * @param {PieceItem[]} items
   * @param {string} section the folder of the entries: `reviews/`
   */
  async addAddresses(items, section) {
    const { ids } = await this.read("ids");
    ids.split(" ").forEach((/** @type {string} */ id, /** @type {number} */ place) => {
      items[place].address = `${section}${id}/`;
    });
  }

  /**
   * Return the card of each entry, as HTML.
   *
   * @param {PieceItem[]} items
   * @returns {Promise<string[]>}
   */
  readCards(items) {
    return Promise.all(
      items.map(async ({ place }) => {
        const { cards } = await this.read(`cards-${Math.floor(place / this.size)}`);
        return cards[place % this.size];
      }),
    );
  }
}

/** @param {string} address */
async function loadJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Return the ids of each entry for a facet. Entries with the same combination share a list.
 *
 * @param {FacetCodes} facet
 * @param {number} total
 * @returns {string[][]}
 */
export function decodeIds({ sets, ids = [], width, codes }, total) {
  const known = sets?.map((each) => each.split(" ").filter(Boolean));
  return Array.from({ length: total }, (_, place) => {
    if (known) return known[decodeNumber({ width, codes }, place)];
    const digits = [...codes.slice(place * width, (place + 1) * width)].map((digit) => parseInt(digit, 32));
    return ids.filter((_id, bit) => (digits[Math.floor(bit / BITS)] >> (bit % BITS)) & 1);
  });
}

/**
 * Return the number at a place.
 *
 * @param {Codes} codes
 * @param {number} place
 * @returns {number}
 */
function decodeNumber({ width, codes }, place) {
  return parseInt(codes.slice(place * width, (place + 1) * width), 36);
}
