// @ts-check
// Stands in the page itself, before any script of Streamlit's, and says in a sentence what would otherwise stay grey
// or turn red: no connection, a script that did not load, an error on the server. What it names of Streamlit's page is
// as in 1.67 (tests/browser/test_watch.py).

(() => {
  "use strict";

  const PATIENCE = 8; // seconds without a page or without a connection
  const REST = 60_000; // milliseconds; so long after a reload of its own the page is not loaded anew by itself
  const TRIED = "advisor-second-try";
  const NOT_LOADED = /dynamically imported module|importing a module script|unable to preload css/i;
  const REDACTED = /redacted/i;

  /** @typedef {"connection" | "script" | "error"} Kind */

  let waited = 0; // seconds, counted rather than measured: a computer that slept has not waited
  let lost = false; // a script did not load, twice
  let trying = false;
  let leaving = false;
  /** @type {Kind | undefined} */
  let told;

  /** @param {string} id @returns {HTMLElement | null} */
  const part = (id) => document.querySelector(`[data-testid="${id}"]`);

  function works() {
    const { testConnectionState, testScriptState } = part("stApp")?.dataset ?? {};
    return testConnectionState === "CONNECTED" && testScriptState !== "initial" && !part("stAppSkeleton");
  }

  /** Whether the server said no more than that there was an error, or a script of the page failed. */
  const broke = () => REDACTED.test(part("stExceptionMessage")?.textContent ?? "") || Boolean(part("stErrorElementStack"));

  function look() {
    const failure = part("stErrorElementStack")?.parentElement?.textContent ?? "";
    if (NOT_LOADED.test(failure)) failed(failure);
    if (leaving) return;
    if (trying) tell(waited >= PATIENCE ? "connection" : undefined);
    else tell(lost ? "script" : broke() ? "error" : waited >= PATIENCE ? "connection" : undefined);
  }

  /** @param {string} what */
  function failed(what) {
    if (leaving || trying || lost) return;
    if (mayTryAgain(/https?:\S+/.exec(what)?.[0] ?? what)) reloadOnceReached();
    else lost = true;
    look();
  }

  /** Once for each script, and not again at once: a host or a network may refuse many.
   * @param {string} what */
  function mayTryAgain(what) {
    try {
      const tried = JSON.parse(sessionStorage.getItem(TRIED) ?? "{}");
      const now = Date.now();
      if (what in tried || Object.values(tried).some((at) => now - at < REST)) return false;
      sessionStorage.setItem(TRIED, JSON.stringify({ ...tried, [what]: now }));
      return true;
    } catch {
      // In a frame of another site nothing may be kept.
      const [opening] = performance.getEntriesByType("navigation");
      return /** @type {PerformanceNavigationTiming | undefined} */ (opening)?.type === "navigate";
    }
  }

  /** A server that is being started anew would leave the visitor with the browser's own page, from which nothing leads
   * back. */
  async function reloadOnceReached() {
    trying = true;
    try {
      await fetch("./healthz", { method: "HEAD", cache: "no-store" });
      reload();
    } catch {
      setTimeout(reloadOnceReached, 1000);
    }
  }

  function reload() {
    leaving = true;
    location.reload();
  }

  /** @param {Kind | undefined} kind */
  function tell(kind) {
    if (kind === told || !document.body) return;
    told = kind;
    document.querySelector(".watch")?.remove();
    document.documentElement.toggleAttribute("data-watch", Boolean(kind));
    const template = document.querySelector("template#advisor-watch");
    if (!kind || !(template instanceof HTMLTemplateElement)) return;
    const card = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    card.querySelectorAll(`[data-when]:not([data-when="${kind}"])`).forEach((other) => other.remove());
    card.querySelector("button")?.addEventListener("click", reload);
    document.body.prepend(card);
  }

  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement) failed(target.src);
    },
    true,
  );
  addEventListener("vite:preloadError", (event) => {
    failed(String(/** @type {Event & { payload?: Error }} */ (event).payload?.message));
  });
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  setInterval(() => {
    waited = works() ? 0 : waited + 1;
    look();
  }, 1000);
})();
