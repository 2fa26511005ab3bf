// What the page of a question can do besides, where scripts run: preview and findings as one types.
"use strict";
{
  const form = document.getElementById("edit");
  const wait = 500; // milliseconds after the last change
  let timer = 0;
  let asked = 0;

  // The server draws the page with what is typed; what it says of it takes the place of what stood there before.
  const look = async () => {
    const number = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.delete("file");
    body.set("then", "look");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, redirect: "error" });
      if (!answer.ok || number !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelectorAll("[data-live]").forEach((old) => {
        const fresh = page.getElementById(old.id);
        if (!fresh) return;
        const [field, now] = [old.closest("fieldset"), fresh.closest("fieldset")];
        if (field && now && field.classList.toggle("has-error", now.classList.contains("has-error")) === false) {
          field.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
        }
        if (fresh.innerHTML !== old.innerHTML) old.replaceChildren(...fresh.childNodes);
      });
    } catch { /* the next change asks again */ }
  };
  form?.addEventListener("input", (event) => {
    if (["file", "alt"].includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  });

  // What was typed before this script had come, or what the browser has put back, brings no event.
  const isChanged = (control) => "defaultValue" in control && control.value !== control.defaultValue;
  if ([...(form?.elements ?? [])].some(isChanged)) look();

  // An image without words for it, or too large, is not even sent.
  const file = form?.elements.file;
  if (file) {
    const alt = form.elements.alt;
    const told = document.getElementById("too-large");
    const isTooLarge = () => file.files.length > 0 && file.files[0].size > Number(file.dataset.most);
    file.addEventListener("change", () => {
      alt.required = file.files.length > 0;
      told.hidden = !isTooLarge();
      told.textContent = isTooLarge() ? file.dataset.large : "";
    });
    form.addEventListener("submit", (event) => {
      alt.closest("details").open ||= alt.required;
      if (isTooLarge()) file.focus();
      else if (alt.reportValidity()) return;
      event.preventDefault();
    });
  }
}
