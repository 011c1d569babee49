// All that the pages need of script; each of them works without it.

// Copy buttons: <button data-copy="id-of-the-text" data-copied="Copied" hidden>. They wait hidden where nothing can copy.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    // As text and as it is shown: a tender document takes tables, lists and bold words along.
    const kinds = { "text/plain": source.innerText.trim(), "text/html": source.innerHTML.trim() };
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } catch {
    // Not allowed here: choose the text, so that the reader's own keys can copy it.
    getSelection().selectAllChildren(source);
    return;
  }
  const status = button.parentElement.querySelector("[role=status]");
  if (status) status.textContent = button.dataset.copied;
  button.dataset.label ??= button.textContent;
  button.textContent = button.dataset.copied;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    button.textContent = button.dataset.label;
    if (status) status.textContent = "";
  }, 4000);
});

// A form that comes back with faults: begin at the list of them.
document.querySelector(".faults")?.focus();

// allauth's scripts tell of a passkey that did not work; the words stand beside the button.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const words = document.querySelector("[data-passkey-fault]");
  if (words) words.hidden = false;
});
for (const button of document.querySelectorAll("#passkey-button")) {
  button.addEventListener("click", () => {
    document.querySelector("[data-passkey-fault]").hidden = true;
  });
}

// What is saved as one writes, and could not be: says so where it would have said that it is saved.
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ detail }) => {
    if (detail.target?.dataset.unsaved) detail.target.textContent = detail.target.dataset.unsaved;
  });
}

// A choice that the address holds (<form data-remember="fylke">) is offered again on other pages, without a cookie.
for (const form of document.querySelectorAll("form[data-remember]")) {
  const name = form.dataset.remember;
  const chosen = new URLSearchParams(location.search).get(name);
  try {
    if (chosen !== null) localStorage.setItem(`hub.${name}`, chosen);
    const kept = localStorage.getItem(`hub.${name}`);
    const field = form.elements[name];
    if (kept && [...field.options].some((option) => option.value === kept)) field.value = kept;
  } catch {
    // A browser that keeps nothing: the address still does.
  }
}
