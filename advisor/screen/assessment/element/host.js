// What concerns the page around: the title, the place of the view, and the site that shows us in a frame. Messages go
// to the exact origins that the operator named, never to "*". The scripts of the other pages
// (advisor/screen/browser/bridge) share what is known.

/**
 * @typedef {object} Shared
 * @property {string | null} turn
 * @property {string | null} [sent] the state that was last told
 * @property {string[]} origins
 * @property {boolean} [watching] the other pages' script looks after presses that go astray
 * @property {boolean} [acted] whether the visitor has pressed anything on this page
 * @property {number} [height] the height that was last told
 * @property {boolean} [history] whether answers are kept from becoming steps back
 */

const MAIN = '[data-testid="stMainBlockContainer"]';
const APP = '[data-testid="stApp"]';
const CALM_FOR = 400; // milliseconds in which a page that changes may be empty
const FRAME_GROWS_WITHIN = 800;

const framed = window.parent !== window;

/** @returns {Shared} */
export function shared() {
  const page = /** @type {{__advisor?: Shared}} */ (/** @type {unknown} */ (window));
  return (page.__advisor ??= { turn: null, sent: null, origins: [] });
}

/** Begin to notice whether the visitor acts: before, nothing takes the focus or moves the view. */
export function noticeActs() {
  const know = shared();
  know.acted ||= navigator.userActivation?.hasBeenActive; // on another page, from which a link led here
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (know.acted = true), { capture: true, passive: true });
}

/** In a frame each answer would be one more step back for the visitor of the host page. Another page of ours is one. */
export function keepHistory() {
  const know = shared();
  if (!framed || know.history) return;
  know.history = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const stays = new URL(url ?? "", location.href).pathname === location.pathname;
    if (stays) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}

/**
 * Lead to a new step: the focus to its heading, the view to its top.
 * @param {HTMLElement} heading
 * @param {HTMLElement} top what stands above it
 * @param {HTMLElement} first the first thing to press beneath it
 */
export function lead(heading, top, first) {
  heading.focus({ preventScroll: true });
  if (!framed) {
    scroller(top).scrollTo({ top: 0, behavior: "instant" });
    return;
  }
  const show = () => {
    top.scrollIntoView({ block: "nearest", behavior: "instant" });
    whenOutOfView(first, () => top.scrollIntoView({ block: "start", behavior: "instant" }));
  };
  show();
  // The host page makes the frame higher only after it heard our new height.
  addEventListener("resize", show);
  setTimeout(() => removeEventListener("resize", show), FRAME_GROWS_WITHIN);
}

/**
 * A frame cannot ask what is seen of it, but may be told.
 * @param {HTMLElement} element
 * @param {() => void} then
 */
function whenOutOfView(element, then) {
  new IntersectionObserver(([seen], observer) => {
    observer.disconnect();
    if (seen && seen.intersectionRatio < 1) then();
  }).observe(element);
}

/** @param {Element} inside */
function scroller(inside) {
  for (let at = inside.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Tell the host page where the conversation stands, once for each state.
 * @param {"asking" | "settled"} state
 * @param {string} token
 * @param {string[]} origins
 */
export function tellState(state, token, origins) {
  const know = shared();
  know.origins = origins;
  const now = `${state} ${token}`;
  if (now === know.sent) return;
  know.sent = now;
  tell({ type: "state", state, token });
}

/** @param {Record<string, unknown>} message */
function tell(message) {
  if (!framed) return;
  for (const origin of shared().origins) window.parent.postMessage({ source: "certification-advisor", v: 1, ...message }, origin);
}

/**
 * Tell the host page how high we are, whenever that changes. It shrinks only once the page is calm: one that is about
 * to be filled is empty for a moment.
 * @param {HTMLElement} root
 * @returns {{measure: () => void, stop: () => void}}
 */
export function watchHeight(root) {
  if (!framed) return { measure: () => {}, stop: () => {} };
  const main = root.closest(MAIN) ?? root;
  let wait = 0;
  const measure = () => {
    clearTimeout(wait);
    const height = Math.ceil(main.getBoundingClientRect().height);
    const last = shared().height ?? 0;
    if (height >= last) tellHeight(height);
    else wait = setTimeout(() => (isCalm() ? tellHeight(height) : measure()), CALM_FOR);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(main);
  const stop = () => {
    clearTimeout(wait);
    observer.disconnect();
  };
  return { measure, stop };
}

/** @param {number} height */
function tellHeight(height) {
  shared().height = height;
  tell({ type: "height", height });
}

function isCalm() {
  const app = /** @type {HTMLElement | null} */ (document.querySelector(APP));
  return !app || app.dataset.testScriptState === "notRunning";
}
