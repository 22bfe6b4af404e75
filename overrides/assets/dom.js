// What scripts put on a page, made of elements and text: nothing is ever read as HTML.

/** An element with attributes, and with text and other elements in it. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A sentence, whose words that were looked for are marked. */
export function marked(sentence) {
  return sentence.map((part) => (part.found ? element("mark", {}, part.text) : part.text));
}
