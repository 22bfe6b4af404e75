// The texts of the scripts in the language of the page. The scripts have English texts; a page in another language has
// their translations as data, in an element that the build writes. This module also runs in node, in English.

/** @typedef {string | Record<string, string>} Translation a text, or its form for each plural category */

/** @type {Record<string, Translation> | undefined} */
const translations = JSON.parse(globalThis.document?.getElementById("lib-translations")?.textContent ?? "null") ?? undefined;
const plural = new Intl.PluralRules(globalThis.document?.documentElement.lang || "en-GB");

/** English texts on a page in another language. @type {Set<string>} */
const untranslated = new Set();

/**
 * Return a text with values in the places of their names in braces.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @param {boolean} isTranslated
 * @returns {string}
 */
function fill(text, values, isTranslated) {
  const filled = text.replace(/\{(\w+)\}/g, (name, key) => String(values[key] ?? name));
  if (!isTranslated && translations !== undefined) untranslated.add(filled);
  return filled;
}

/**
 * Return a text in the language of the page: its translation, or the English text if there is none.
 *
 * @param {string} text
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function gettext(text, values = {}) {
  const translation = translations?.[text];
  return fill(typeof translation === "string" ? translation : text, values, typeof translation === "string");
}

/**
 * Return the form of a text for a number, which is `{number}` in the text.
 *
 * @param {string} one
 * @param {string} many
 * @param {number} number
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function ngettext(one, many, number, values = {}) {
  const forms = translations?.[one];
  const translation = typeof forms === "object" ? (forms[plural.select(number)] ?? forms.other) : undefined;
  return fill(translation ?? (number === 1 ? one : many), { number, ...values }, translation !== undefined);
}

/**
 * Show a text in an element, and state its language if it is not that of the page.
 *
 * @param {HTMLElement} target
 * @param {string} text
 */
export function showText(target, text) {
  target.textContent = text;
  if (untranslated.has(text)) target.lang = "en-GB";
  else if (translations !== undefined) target.removeAttribute("lang");
}

/**
 * Return the attributes of an element with a text: `lang` if the text is not in the language of the page.
 *
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function languageOf(text) {
  return untranslated.has(text) ? { lang: "en-GB" } : {};
}
