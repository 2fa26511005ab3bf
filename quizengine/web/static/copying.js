// A button that copies what stands in the field beside it; without scripts it is marked and copied by hand.
"use strict";
document.querySelectorAll("[data-copies]").forEach((button) => {
  const field = document.getElementById(button.dataset.copies);
  const told = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    // The clipboard is only given to pages of https; in a local network the older way is the one that works.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
    else document.execCommand("copy");
    told.textContent = told.dataset.copied;
  });
});
