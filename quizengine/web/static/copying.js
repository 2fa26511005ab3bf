// A button that copies the text beside it; without scripts that is marked and copied by hand.
"use strict";
document.querySelectorAll("[data-copies]").forEach((button) => {
  const place = document.getElementById(button.dataset.copies);
  const told = button.parentElement.querySelector("[data-copied]");
  // Only pages of https and of this computer are given the clipboard; in a local network the older way is the one that works.
  const copyMarked = () => {
    getSelection().selectAllChildren(place);
    return document.execCommand("copy");
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = place.textContent.trim();
    const copied = await (navigator.clipboard?.writeText(text).then(() => true, copyMarked) ?? copyMarked());
    if (copied) told.textContent = told.dataset.copied;
  });
});
