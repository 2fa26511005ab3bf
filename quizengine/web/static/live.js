// Keeps the table of students up to date; without scripts there is the link "Refresh".
"use strict";
{
  const WAIT = 5000; // milliseconds
  const table = () => document.getElementById("live");
  const note = document.getElementById("live-note");
  const look = async () => {
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("live");
      const kept = table();
      // What somebody is reading with the keyboard or has marked stays until it is left.
      const busy = kept.contains(document.activeElement) && document.activeElement !== document.body;
      if (now && !busy && now.innerHTML !== kept.innerHTML) {
        const scroll = kept.querySelector(".scroll");
        const left = scroll ? scroll.scrollLeft : 0;
        kept.replaceWith(document.adoptNode(now));
        const fresh = table().querySelector(".scroll");
        if (fresh) fresh.scrollLeft = left;
      }
      note.hidden = false;
    } catch {
      note.hidden = true; // the server is away; it may come back
    }
    setTimeout(look, WAIT);
  };
  if (table()) {
    note.hidden = false;
    setTimeout(look, WAIT);
  }
}
