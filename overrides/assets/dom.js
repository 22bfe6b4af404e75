// Find the elements that a script needs, and make new ones from text. Nothing is parsed as HTML.

/** @import { SentencePart } from "./snippets.js" */

/**
 * Return the first element inside `parent` that matches a selector. Throw an error if there is none of that class.
 *
 * @template {Element} T
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => T} type the class of the element, for example `HTMLFormElement`
 * @returns {T}
 */
export function getElement(parent, selector, type) {
  const match = parent.querySelector(selector);
  if (match instanceof type) return match;
  throw new Error(`This page has no ${type.name} "${selector}".`);
}

/**
 * Return a new element.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

/**
 * Return the parts of a sentence as text, with each matching word in a `<mark>` element.
 *
 * @param {SentencePart[]} sentence
 * @returns {(Node | string)[]}
 */
export function markMatches(sentence) {
  return sentence.map((part) => (part.isMatch ? element("mark", {}, part.text) : part.text));
}
