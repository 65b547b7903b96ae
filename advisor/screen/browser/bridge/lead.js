// Leads the focus and the view: to the heading of a page that was gone to, or to a place on it.

import { framed } from "./frame.js";
import { MAIN, shared, whenPresent } from "./page.js";
import { speak } from "./speak.js";

const PLACES = ".st-key-studio-place, .st-key-fold-answers";
const FRAME_GROWS_WITHIN = 800; // milliseconds

/** Where this document was opened: nobody was led there. */
const opened = () => new URL(performance.getEntriesByType("navigation")[0]?.name ?? location.href).pathname;

/** Whether the visitor came here from another page of the app. */
export function arrived() {
  const before = shared.page ?? opened();
  shared.page = location.pathname;
  return before !== location.pathname;
}

export function leadToTop() {
  const main = document.querySelector(MAIN);
  const heading = main?.querySelector("h1");
  if (!heading) return;
  focus(heading);
  main.closest("[data-testid=stMain]")?.scrollTo({ top: 0, behavior: "instant" });
  if (framed) whileTheFrameGrows(() => main.scrollIntoView({ block: "start", behavior: "instant" }));
  if (!document.title.includes(heading.textContent.trim())) speak(document.title); // else the heading says it
}

export function lead(selector) {
  whenPresent(selector, (found) => {
    const open = found.closest(PLACES) ?? found;
    focus(open.querySelector("h1,h2,h3,summary") ?? open);
    whileTheFrameGrows(() => bringIntoView(open));
  });
}

function focus(heading) {
  if (heading.tabIndex < 0) heading.tabIndex = -1; // a heading; a button has its place already
  heading.focus({ preventScroll: true });
}

// A host page enlarges the frame only after it heard our new height.
function whileTheFrameGrows(show) {
  show();
  addEventListener("resize", show);
  setTimeout(() => removeEventListener("resize", show), FRAME_GROWS_WITHIN);
}

function bringIntoView(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tall = element.getBoundingClientRect().height > innerHeight * 0.9;
  element.scrollIntoView({ block: tall ? "start" : "nearest", behavior: still ? "auto" : "smooth" });
}
