// Keeps the two counts on the projected page up to date; without scripts there is the link "Refresh".
"use strict";
{
  const counts = document.getElementById("counts");
  const wait = 5000; // milliseconds
  const refresh = async () => {
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("counts");
      const shown = counts.querySelectorAll("dd");
      now?.querySelectorAll("dd").forEach((count, at) => {
        if (shown[at].textContent !== count.textContent) shown[at].textContent = count.textContent;
      });
    } catch { /* the server is away; it may come back */ }
    setTimeout(refresh, wait);
  };
  setTimeout(refresh, wait);
}
