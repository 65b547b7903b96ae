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

const PLACES = ".st-key-weighing, .st-key-open-question, .st-key-studio-place, .st-key-fold-answers";

function whenPresent(selector, then, tries = 60) {
  const found = document.querySelector(selector);
  if (found) then(found);
  else if (tries > 0) requestAnimationFrame(() => whenPresent(selector, then, tries - 1));
}

function lead(selector) {
  whenPresent(selector, (found) => {
    const open = found.closest(PLACES) ?? found;
    const heading = open.querySelector("h1,h2,h3,summary") ?? open;
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
  watchDownloads();
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (main) new ResizeObserver(tellHeight).observe(main);
}

// Streamlit 1.67 sends what was typed up to 60 ms after a press that follows, and the page that comes back moves the
// buttons. So a press on a download waits until what was typed is in and drawn, and counts where it went down. Between
// a run that was going on and the one that brings what was typed, the page is calm for a moment.
const DOWNLOADS = ".st-key-take-along [data-testid=stDownloadButton] button";
const PRESSED = "button, summary, a[href]"; // what is drawn beside it may still move it away under the finger
const SENT_WITHIN = 1500; // milliseconds, on a very slow machine; half a date, say, is never sent
const DRAWN_WITHIN = 5000;
const CALM_FOR = 300;

const buttons = () => [...document.querySelectorAll(DOWNLOADS)];
const stApp = () => document.querySelector('[data-testid="stApp"]');
const appState = () => stApp()?.dataset.testScriptState;
const isCalm = () => appState() === "notRunning";

function watchDownloads() {
  let typed = null; // the field that was typed into last, and whether what stands in it is sent
  let requests = 0; // how often the page asked to be drawn again
  let down = {};
  let released = false;

  function hold(press) {
    const now = performance.now();
    const sent = !press.waits || requests > press.requests;
    press.calm = isCalm() ? (press.calm ?? now) : undefined;
    const drawn = now - press.calm > CALM_FOR && (press.apart || shared.drawn !== press.drawn);
    if (sent ? drawn || now - press.since > DRAWN_WITHIN : now - press.since > SENT_WITHIN) {
      typed = null;
      released = true;
      buttons()[press.place]?.click();
      released = false;
    } else requestAnimationFrame(() => hold(press));
  }

  function press(event) {
    const button = event.target.closest?.(DOWNLOADS);
    const waits = Boolean(typed && !typed.sent);
    if (!button || released || (isCalm() && !waits)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const apart = Boolean(typed?.field.closest(".st-key-take-along")); // a part that is drawn by itself
    const now = { since: performance.now(), drawn: shared.drawn, requests };
    hold({ ...now, place: buttons().indexOf(button), waits, apart });
  }

  function lift({ clientX, clientY, target }) {
    const stayed = Math.hypot(clientX - down.x, clientY - down.y) < 10; // who slides off thinks better of it
    if (down.button && stayed && !down.button.contains(target)) (buttons()[down.place] ?? down.button).click();
    down = {};
  }

  function listen(kind, then) {
    document.addEventListener(kind, then, true);
  }

  listen("input", ({ target }) => (typed = { field: target, sent: false }));
  listen("click", press);
  listen("pointerup", lift);
  listen("pointerdown", ({ clientX: x, clientY: y, target }) => {
    const button = target.closest?.(PRESSED);
    down = { button, place: buttons().indexOf(button), x, y };
  });
  new MutationObserver(() => {
    if (appState() !== "rerunRequested") return;
    requests += 1;
    if (typed && !typed.field.contains(document.activeElement)) typed.sent = true;
  }).observe(stApp(), { attributeFilter: ["data-test-script-state"] });
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
  shared.drawn = data.drawn;
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
