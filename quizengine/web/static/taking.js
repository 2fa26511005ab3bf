// What a page with a question can do besides, where scripts run. Without them everything works, by its buttons.
"use strict";
{
  const form = document.getElementById("question");
  const said = document.getElementById("saved");
  const wait = 1200; // milliseconds after the last change
  let timer = 0; // set while a change waits to be saved
  let underway = null; // the saving that has not been answered yet
  let leaving = false;

  // Saving while typing. The button's own saving always comes last: it waits for one that is under way.
  const save = (options = {}) => {
    clearTimeout(timer);
    timer = 0;
    const body = new URLSearchParams(new FormData(form));
    body.set("then", "stay");
    underway = fetch(form.action, { method: "POST", body, redirect: "manual", ...options })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .catch(() => "")
      .then((time) => {
        underway = null;
        if (!timer) said.textContent = time ? said.dataset.saved.replace("%s", time) : said.dataset.unsaved;
      });
    return underway;
  };
  const changed = () => {
    if (leaving) return;
    clearTimeout(timer);
    timer = setTimeout(save, wait);
    said.textContent = "";
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    if (leaving || !underway) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    leaving = true;
    underway.then(() => form.requestSubmit(button));
  });
  window.addEventListener("pagehide", () => timer && save({ keepalive: true }));
  window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });

  // What is kept for the next page; a browser that keeps nothing asks anew.
  const kept = () => { try { return localStorage.getItem("keys"); } catch { return null; } };
  const keep = (value) => { try { localStorage.setItem("keys", value); } catch { /* then not */ } };

  // The keys 1 to 9 choose an option, which then shows its number. They can be switched off, for whoever speaks to the
  // computer. A screen that is only touched has no such keys, so that numbers and the button would mean nothing there.
  const options = [...form.querySelectorAll("fieldset .option input")];
  const keys = document.getElementById("keys");
  const keyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;
  if (keyboard && options.length && form.querySelectorAll("fieldset").length === 1) {
    let on = kept() !== "off";
    const show = () => {
      keys.textContent = on ? keys.dataset.on : keys.dataset.off;
      options.slice(0, 9).forEach((option, place) => {
        const row = option.closest(".option");
        if (on) row.dataset.key = place + 1;
        else delete row.dataset.key;
      });
    };
    keys.hidden = false;
    keys.addEventListener("click", () => {
      on = !on;
      keep(on ? "on" : "off");
      show();
    });
    show();
    document.addEventListener("keydown", (event) => {
      const chosen = on && /^[1-9]$/.test(event.key) && options[event.key - 1];
      if (!chosen || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=text], select, textarea")) return;
      event.preventDefault();
      chosen.focus();
      chosen.click();
    });
  }

  // How much time is left: in minutes, told aloud only twice, and it can be put away.
  const time = document.getElementById("time");
  if (time) {
    const ends = performance.now() + 1000 * time.dataset.seconds;
    const [left, aloud, hide] = time.querySelectorAll("[data-left], [role=status], button");
    let told = Infinity;
    hide.hidden = false;
    hide.addEventListener("click", () => {
      left.hidden = !left.hidden;
      hide.textContent = left.hidden ? hide.dataset.show : hide.dataset.hide;
    });
    const tick = () => {
      const seconds = Math.round((ends - performance.now()) / 1000);
      const words = seconds < 60 ? left.dataset.soon : left.dataset.left.replace("%d", Math.floor(seconds / 60));
      left.textContent = words;
      for (const mark of [300, 60]) {
        if (seconds <= mark && told > mark && seconds > mark - 30) aloud.textContent = words;
      }
      told = seconds;
      if (seconds > 0) return;
      clearInterval(clock);
      const over = document.createElement("input");
      Object.assign(over, { type: "hidden", name: "then", value: "time" });
      form.append(over);
      form.requestSubmit();
    };
    const clock = setInterval(tick, 1000);
    tick();
  }
}
