// What the scripts of this document know together, and what Streamlit's page tells about itself.

/** @type {Record<string, any>} */
export const shared = (window.__advisor ??= { turn: null, sent: null, origins: [] });

export const MAIN = '[data-testid="stMainBlockContainer"]';
const WAIT = 5000; // milliseconds; a page that is busy for longer is taken as it stands

export const app = () => document.querySelector('[data-testid="stApp"]');
export const appState = () => app()?.dataset.testScriptState;
export const calm = () => appState() === "notRunning";

/** Once the page is drawn. */
export function whenCalm(then, since = performance.now()) {
  if (calm() || performance.now() - since > WAIT) then();
  else requestAnimationFrame(() => whenCalm(then, since));
}

export function whenPresent(selector, then, tries = 60) {
  const found = document.querySelector(selector);
  if (found) then(found);
  else if (tries > 0) requestAnimationFrame(() => whenPresent(selector, then, tries - 1));
}
