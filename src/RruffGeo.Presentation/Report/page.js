"use strict";

// Contents: open beside the text where there is room, folded above it elsewhere.
const contents = document.querySelector(".contents");
const wide = matchMedia("(min-width: 1180px)");
const fit = () => { contents.open = wide.matches; };
wide.addEventListener("change", fit);
fit();
contents.addEventListener("click", event => { if (event.target.closest("a") && !wide.matches) contents.open = false; });
contents.addEventListener("keydown", event => { if (event.key === "Escape" && !wide.matches) contents.open = false; });

const links = new Map([...contents.querySelectorAll("a")].map(link => [link.hash.slice(1), link]));
const watch = new IntersectionObserver(changes => {
  for (const change of changes) if (change.isIntersecting) {
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(change.target.id)?.setAttribute("aria-current", "true");
  }
}, { rootMargin: "-10% 0px -80% 0px" });
for (const id of links.keys()) watch.observe(document.getElementById(id));

// A link into a folded block opens it.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let folded = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    folded ||= !fold.open;
    fold.open = true;
  }
  if (folded) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "Copied"; } catch { button.textContent = "Not allowed"; }
  });
}

let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const details of unfolded) details.open = true;
  for (const view of tableViews.values()) view.print(true);
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
  for (const view of tableViews.values()) view.print(false);
});
