// Runs in the app's own document. It moves focus and view to the new question, speaks a notice once,
// swallows the second click of a double click, and tells the host page our height and state.
// It sends messages to the exact origins that the operator named, never to "*".

const shared = (window.__advisor ??= {
  turn: null,
  spoken: null,
  sent: null,
  origins: [],
  data: {},
});

function liveRegion() {
  let region = document.getElementById("advisor-live");
  if (!region) {
    region = document.createElement("div");
    region.id = "advisor-live";
    region.setAttribute("role", "status");
    region.style.cssText =
      "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
    document.body.append(region);
  }
  return region;
}

function speak(text) {
  if (shared.spoken === text) return;
  shared.spoken = text;
  liveRegion().textContent = text;
}

const PLACES = ".st-key-weighing, .st-key-open-question, .st-key-studio-place";

function whenPresent(selector, then, tries = 60) {
  const found = document.querySelector(selector);
  if (found) then(found);
  else if (tries > 0) requestAnimationFrame(() => whenPresent(selector, then, tries - 1));
}

function lead(selector) {
  whenPresent(selector, (found) => {
    const open = found.closest(PLACES) ?? found;
    const heading = open.querySelector("h1,h2,h3") ?? open;
    if (heading.tabIndex < 0) heading.tabIndex = -1; // a heading; a button has its place already
    heading.focus({ preventScroll: true });
    bringIntoView(open);
    // A host page enlarges the frame only after it heard our new height; look again then.
    const again = () => bringIntoView(open);
    window.addEventListener("resize", again);
    setTimeout(() => window.removeEventListener("resize", again), 800);
  });
}

function bringIntoView(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tall = element.getBoundingClientRect().height > window.innerHeight * 0.9;
  element.scrollIntoView({ block: tall ? "start" : "nearest", behavior: calm ? "auto" : "smooth" });
}

function tellHost(message) {
  if (window.parent === window) return;
  for (const origin of shared.origins) {
    window.parent.postMessage({ source: "certification-advisor", v: 1, ...message }, origin);
  }
}

function tellHeight() {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (main) tellHost({ type: "height", height: Math.ceil(main.getBoundingClientRect().height) });
}

function watchOnce() {
  if (shared.watching) return;
  shared.watching = true;
  // The second click of a double click would land on the next question's answer in the same place.
  document.addEventListener(
    "click",
    (event) => {
      const answer = event.target.closest?.('[class*="st-key-answer-"]');
      if (answer && event.detail > 1 && answer.querySelector("button")) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (main) new ResizeObserver(tellHeight).observe(main);
}

// A trial is drawn by itself, so it speaks for itself.
function tellTrial({ back, announce }) {
  if (announce) speak(announce);
  if (back && back !== shared.back) whenPresent(back, (button) => button.focus());
  shared.back = back;
}

export default function ({ data }) {
  if ("back" in data) return tellTrial(data);
  shared.origins = data.origins;
  watchOnce();
  if (data.announce) speak(data.announce);
  else shared.spoken = null;
  const turn = `${data.target} ${data.token}`;
  if (data.lead && turn !== shared.turn) lead(data.target);
  shared.turn = turn;
  const state = `${data.state} ${data.token}`;
  if (state !== shared.sent) {
    shared.sent = state;
    tellHost({ type: "state", state: data.state, token: data.token });
  }
  tellHeight();
}
