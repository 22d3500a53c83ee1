"use strict";

// Runs before the page is laid out, so that a remembered theme does not flash. Storage may be refused, as it is for some files.
(() => {
  const key = "rruffgeo-theme";
  const choices = ["system", "light", "dark"];
  const recall = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = choice => { try { localStorage.setItem(key, choice); } catch { /* lasts as long as the page */ } };
  let choice = choices.includes(recall()) ? recall() : "system";
  const apply = () => {
    if (choice === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", choice);
    document.dispatchEvent(new Event("themechange"));
  };
  apply();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("themechange")));
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.theme");
    if (!button) return;
    const label = () => { button.textContent = "Theme: " + choice; };
    button.addEventListener("click", () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      remember(choice);
      apply();
      label();
    });
    label();
    button.hidden = false;
  });
})();
