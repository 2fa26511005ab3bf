// What the review of a quiz can do besides, where scripts run. Without them everything works, by its buttons and links.
"use strict";
{
  const cards = [...document.querySelectorAll(".reading")];
  const text = document.querySelector(".source .text");
  let current = null;

  // The card that keys act on, with its proof in the article: the article scrolls, the page stays where it is.
  const choose = (card, { scroll = false, focus = false } = {}) => {
    if (!card) return;
    current?.removeAttribute("aria-current");
    current = card;
    card.setAttribute("aria-current", "true");
    const number = card.dataset.number;
    document.querySelectorAll(".source mark").forEach((mark) => {
      mark.classList.toggle("current", mark.dataset.questions.split(" ").includes(number));
    });
    const proof = text?.querySelector("mark.current");
    if (proof && text.scrollHeight > text.clientHeight) {
      const place = proof.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
      text.scrollTop = place - text.clientHeight / 3;
    }
    if (scroll) card.scrollIntoView({ block: "start" });
    if (focus) card.focus({ preventScroll: true });
  };
  const named = () => cards.find((card) => `#${card.id}` === location.hash);
  cards.forEach((card) => card.addEventListener("focusin", () => choose(card)));
  cards.forEach((card) => card.addEventListener("click", () => choose(card)));
  addEventListener("hashchange", () => choose(named(), { focus: true }));
  choose(named() ?? cards.find((card) => "unread" in card.dataset) ?? cards[0], { focus: Boolean(named()) });

  // Dragging a card by its handle, beside the buttons that move it by one place.
  let dragged = null;
  cards.forEach((card) => {
    const places = card.querySelector(".places");
    if (!places) return;
    const handle = document.createElement("span");
    Object.assign(handle, { className: "handle", draggable: true, title: card.parentElement.dataset.drag, textContent: "⠿" });
    handle.setAttribute("aria-hidden", "true"); // the buttons beside it do the same
    places.append(handle);
    handle.addEventListener("dragstart", (event) => {
      dragged = card;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(card, 20, 20);
    });
    handle.addEventListener("dragend", () => {
      dragged = null;
      cards.forEach((each) => each.classList.remove("target"));
    });
    card.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      cards.forEach((each) => each.classList.toggle("target", each === card && card !== dragged));
    });
    card.addEventListener("drop", (event) => {
      event.preventDefault();
      const button = dragged?.querySelector(".places button");
      if (!button || dragged === card) return;
      button.value = card.dataset.number;
      button.click();
    });
  });

  // One key for each act, shown on its button. They can be switched off, for whoever speaks to the computer.
  const kept = () => { try { return localStorage.getItem("keys"); } catch { return null; } };
  const keep = (value) => { try { localStorage.setItem("keys", value); } catch { /* then not */ } };
  const keys = document.getElementById("keys");
  const moves = document.getElementById("moves");
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
    let on = kept() !== "off";
    const show = () => {
      keys.textContent = on ? keys.dataset.on : keys.dataset.off;
      moves.hidden = !on;
      document.body.classList.toggle("keys", on);
    };
    keys.hidden = false;
    keys.addEventListener("click", () => {
      on = !on;
      keep(on ? "on" : "off");
      show();
    });
    show();
    document.addEventListener("keydown", (event) => {
      if (!on || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
      const key = event.key.toLowerCase();
      const step = { n: 1, b: -1 }[key];
      const button = /^[a-z]$/.test(key) && (current?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`:is(.bar, #all-read, .one-more) [data-key="${key}"]`));
      if (step) choose(cards[cards.indexOf(current) + step], { scroll: true, focus: true });
      else if (button) button.click();
      else return;
      event.preventDefault();
    });
  }
}
