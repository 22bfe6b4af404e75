// A button that prints.

/** A button with `data-print` is hidden until there is a script that can answer it. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
