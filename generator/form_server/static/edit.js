// The forms work without this script. It saves page loads: a step is taken in place, and what is typed is kept
// on this computer every moment.

const KEEP_AFTER = 800;
const TRY_AGAIN_AFTER = 3000;
const LARGEST_FILE = 200_000_000;

const ENDED = "the program has ended. Start it again, and leave this page open: then nothing is lost.";
const NEEDS_KEY =
  "this tab may no longer use the forms. Leave it open, and open the forms again with Start library or with the address in the window. Then nothing is lost.";
const FAILED =
  "something went wrong. Leave this page open: what you typed is in it. Is the disk of this computer full? If not, ask the person who maintains the library.";

let timer;
let isDirty = false;
let isSending = false;
let keeping = Promise.resolve();

function currentForm() {
  return document.getElementById("form");
}

function say(text) {
  const state = document.getElementById("state");
  if (state) state.textContent = text;
}

/** The fields of the form, with the button that was pressed. */
function fieldsOf(form, step, withFiles) {
  const data = new FormData(form);
  data.set("do", step);
  if (!withFiles) {
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  }
  return data;
}

async function keep() {
  const form = currentForm();
  if (!form || isSending) return;
  isDirty = false;
  let problem = ENDED;
  try {
    const answer = await fetch(form.action, { method: "POST", body: fieldsOf(form, "draft", false) });
    if (answer.status === 403) problem = NEEDS_KEY;
    if (answer.status === 500) problem = FAILED;
    if (!answer.ok) throw new Error(String(answer.status));
    if (!isSending) say(`Not saved, kept at ${new Date().toTimeString().slice(0, 5)}`);
  } catch {
    isDirty = true;
    if (isSending) return;
    timer = setTimeout(keepNow, TRY_AGAIN_AFTER);
    say(`Not kept: ${problem}`);
  }
}

function keepNow() {
  keeping = keep();
}

function later() {
  isDirty = true;
  clearTimeout(timer);
  timer = setTimeout(keepNow, KEEP_AFTER);
}

async function take(form, step, submitter) {
  if (isSending) return;
  clearTimeout(timer);
  isSending = true;
  document.body.setAttribute("aria-busy", "true");
  if (step === "save") say("Saving");
  const body = fieldsOf(form, step, true);
  // What is typed while the answer is on its way would be lost. And what was sent to be kept must not arrive after
  // the save: it would be kept as not saved.
  form.inert = true;
  await keeping;
  let problem = ENDED;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 403) problem = NEEDS_KEY;
    if (answer.status === 500) problem = FAILED;
    if (answer.status === 403 || answer.status === 500) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = document.querySelector("[data-swap]");
    const next = page.querySelector("[data-swap]");
    // The answer has everything that was typed. Leaving this page must not send it again, as not saved.
    isDirty = false;
    const hasPreview = (whole) => whole.querySelector("aside") !== null;
    if (!now || !next || hasPreview(page) !== hasPreview(document)) {
      window.location.assign(answer.url);
      return;
    }
    const opened = new Set([...now.querySelectorAll("details[open]")].map(nameOf));
    const top = submitter?.getBoundingClientRect().top;
    for (const details of next.querySelectorAll("details")) if (opened.has(nameOf(details))) details.open = true;
    now.replaceWith(next);
    document.title = page.title;
    focusIn(next, top);
  } catch {
    isDirty = true;
    form.inert = false;
    submitter?.focus();
    say(`Not sent: ${problem}`);
  } finally {
    isSending = false;
    document.body.removeAttribute("aria-busy");
  }
}

/** What identifies a part that can be opened, also after the page has changed. */
function nameOf(details) {
  return details.id || `${details.closest("[id]")?.id} ${details.querySelector("summary")?.textContent}`;
}

/** Focus what the answer names, at the place of the screen where the button was. */
function focusIn(main, top) {
  const target = main.querySelector("[autofocus]");
  if (!target) return;
  for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) {
    details.open = true;
  }
  const field = target.matches("fieldset.card")
    ? target.querySelector("input:not([type=hidden]), select, textarea") || target
    : target;
  field.focus({ preventScroll: true });
  if (top === undefined || target.id === "notice") field.scrollIntoView({ block: "center" });
  else window.scrollBy({ top: field.getBoundingClientRect().top - top, behavior: "instant" });
  const said = document.getElementById("said");
  if (said?.textContent) {
    // A live region speaks when its text changes after it is on the page.
    const text = said.textContent;
    said.textContent = "";
    setTimeout(() => { said.textContent = text; }, 50);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const step = event.submitter?.value;
  if (form.id !== "form" || !step) return;
  event.preventDefault();
  take(form, step, event.submitter);
});

document.addEventListener("input", (event) => {
  if (event.target.form?.id !== "form" || event.target.type === "file") return;
  if (event.target.name.startsWith("choose:")) return;
  later();
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.form?.id !== "form") return;
  if (field.type === "file" && field.files.length && field.files[0].size > LARGEST_FILE) {
    field.value = "";
    say("Not copied: the file is larger than 200 MB. Choose a smaller one.");
  } else if (field.type === "file" && field.files.length) {
    say("Copying the file");
    take(field.form, "upload", field);
  } else if (field.dataset.decides !== undefined) {
    // Other fields depend on this choice: the form follows at once.
    take(field.form, "fields", field);
  }
  const boxes = field.closest(".set");
  const chosen = boxes?.querySelector(".chosen");
  if (chosen) {
    const labels = [...boxes.querySelectorAll("input:checked")].map((box) => box.labels[0].textContent);
    chosen.textContent = labels.join(", ") || "None chosen";
  }
});

// Alt with an arrow moves the item that has the focus.
document.addEventListener("keydown", (event) => {
  const verb = { ArrowUp: "up:", ArrowDown: "down:" }[event.key];
  if (!event.altKey || !verb) return;
  const button = event.target.closest(".item")?.querySelector(`.tools button[value^="${verb}"]`);
  if (button && !button.disabled) {
    event.preventDefault();
    button.click();
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".notice a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  for (let details = field.closest("details"); details; details = details.parentElement.closest("details")) {
    details.open = true;
  }
  const target = field.matches("fieldset, details") ? field.querySelector("input:not([type=hidden]), select, textarea, summary, button") || field : field;
  target.focus();
  target.scrollIntoView({ block: "center" });
});

/** On the page of work that is not finished: show the result when it is there. */
async function follow(address) {
  try {
    const answer = await fetch(`${address}/state`);
    if (answer.status === 200) {
      window.location.replace(address);
      return;
    }
  } catch {
    // The program has ended, or is busy: look again.
  }
  setTimeout(() => follow(address), 1000);
}

const working = document.querySelector("[data-working]");
if (working) follow(working.dataset.working);

// A page that Back brings from the browser's memory shows what was saved before.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

window.addEventListener("pagehide", () => {
  const form = currentForm();
  if (form && isDirty) navigator.sendBeacon(form.action, fieldsOf(form, "draft", false));
});
