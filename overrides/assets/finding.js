// Where words are found.

/** The addresses of the pages that hold words, from the site's root, each with its rank. */
export async function found(words, { index, root }) {
  const pagefind = await import(new URL(`${index}pagefind.js`, document.baseURI));
  const base = new URL(root, document.baseURI).pathname;
  await pagefind.options({ baseUrl: base, noWorker: true });
  await pagefind.init();
  const { results } = await pagefind.search(words);
  const pages = await Promise.all(results.map((each) => each.data()));
  return new Map(pages.map(({ url }, rank) => [url.slice(base.length), rank]));
}
