"use strict";
// Keeps the page of a draft in the making up to date, and goes on to the draft when it is there.
const PAUSE = 700;
document.getElementById("refresh").hidden = true;
const look = async () => {
  try {
    const answer = await fetch(location.href, { redirect: "follow" });
    if (answer.redirected) {
      location.replace(answer.url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("progress");
    if (!now) {
      location.reload();
      return;
    }
    document.getElementById("progress").replaceWith(document.adoptNode(now));
  } catch {
    document.getElementById("refresh").hidden = false; // the server is gone: let the teacher try again
  }
  setTimeout(look, PAUSE);
};
setTimeout(look, PAUSE);
