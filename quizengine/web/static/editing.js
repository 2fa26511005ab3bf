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
    body.set("then", "look");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, redirect: "error" });
      if (!answer.ok || number !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelectorAll("[data-live]").forEach((old) => {
        const fresh = page.getElementById(old.id);
        if (fresh && fresh.innerHTML !== old.innerHTML) old.replaceChildren(...fresh.childNodes);
      });
    } catch { /* the next change asks again */ }
  };
  form?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  });
}
