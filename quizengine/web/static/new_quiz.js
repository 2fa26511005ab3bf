"use strict";
// A file can be dropped on its form; one that is too large is refused before it is sent.
const form = document.getElementById("drop");
if (form) {
  const input = form.querySelector("input[type=file]");
  const told = document.getElementById("too-large");
  const isTooLarge = () => input.files.length > 0 && input.files[0].size > Number(form.dataset.most);
  const look = () => {
    told.hidden = !isTooLarge();
    told.textContent = isTooLarge() ? form.dataset.large : "";
  };
  form.querySelector(".drop-hint").hidden = false;
  input.addEventListener("change", look);
  form.addEventListener("submit", (event) => {
    if (isTooLarge()) event.preventDefault();
    look();
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    look();
    if (!isTooLarge()) form.requestSubmit();
  });
}
