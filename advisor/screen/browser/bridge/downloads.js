// Streamlit 1.67 sends what was typed up to 60 ms after a press that follows, and the page that comes back moves the
// buttons. So a press on a download waits until what was typed is in and drawn, and counts where it went down. Between
// a run that was going on and the one that brings what was typed, the page is calm for a moment.

import { framed } from "./frame.js";
import { app, appState, calm, shared } from "./page.js";
import { speak } from "./speak.js";

const DOWNLOADS = ".st-key-take-along [data-testid=stDownloadButton] button";
const PRESSED = "button, summary, a[href]"; // what is drawn beside it may still move it away under the finger
const SENT_WITHIN = 1500; // milliseconds, on a very slow machine; half a date, say, is never sent
const DRAWN_WITHIN = 5000;
const CALM_FOR = 300;

const buttons = () => [...document.querySelectorAll(DOWNLOADS)];

export function watchDownloads() {
  let typed = null; // the field that was typed into last, and whether what stands in it is sent
  let requests = 0; // how often the page asked to be drawn again
  let down = {};
  let released = false;

  function hold(press) {
    const now = performance.now();
    const sent = !press.waits || requests > press.requests;
    press.calm = calm() ? (press.calm ?? now) : undefined;
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
    if (!button) return;
    if (released || (calm() && !waits)) return sayWhereElse();
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
  }).observe(app(), { attributeFilter: ["data-test-script-state"] });
}

// A site may show us in a frame that forbids downloads; the browser then does nothing and tells nobody. So in a frame
// there is always another way. Where the site keeps its rule up for tabs that we open, the copied link still helps.
function sayWhereElse() {
  const place = document.querySelector(".st-key-take-along");
  if (!framed || !shared.blocked || !place || place.querySelector(".elsewhere")) return;
  const told = document.createElement("p");
  told.className = "elsewhere";
  const link = document.createElement("a");
  const address = new URL(location.href);
  address.searchParams.delete("embed");
  Object.assign(link, { href: address.href, target: "_blank", rel: "noopener", textContent: shared.blocked.open });
  told.append(`${shared.blocked.text} `, link);
  place.append(told);
  speak(`${shared.blocked.text} ${shared.blocked.open}`);
}
