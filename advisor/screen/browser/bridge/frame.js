// What concerns a host page that shows us in a frame. Messages go to the exact origins that the operator named, never
// to "*".

import { calm, MAIN, shared } from "./page.js";

const CALM_FOR = 400; // milliseconds in which a page that changes may be empty

export const framed = window.parent !== window;

export function tellHost(message) {
  if (!framed) return;
  for (const origin of shared.origins) {
    window.parent.postMessage({ source: "certification-advisor", v: 1, ...message }, origin);
  }
}

/** In a frame each answer would be one more step back for the visitor of the host page. Another page of ours is one. */
export function keepHistory() {
  if (!framed || shared.history) return;
  shared.history = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const stays = new URL(url ?? "", location.href).pathname === location.pathname;
    if (stays) history.replaceState(state, unused, url);
    else push(state, unused, url);
  };
}

/** Tell the height whenever it changes. It shrinks only once the page is calm: one that changes is empty for a moment. */
export function watchHeight() {
  const main = document.querySelector(MAIN);
  if (main && watched !== main) {
    observer.disconnect();
    observer.observe(main);
    watched = main;
  }
  measure();
}

let watched = null;
let wait = 0;
const observer = new ResizeObserver(measure);

function measure() {
  clearTimeout(wait);
  const height = Math.ceil(watched?.getBoundingClientRect().height ?? 0);
  if (height >= (shared.height ?? 0)) tellHeight(height);
  else wait = setTimeout(() => (calm() ? tellHeight(height) : measure()), CALM_FOR);
}

function tellHeight(height) {
  if (!height || height === shared.height) return;
  shared.height = height;
  tellHost({ type: "height", height });
}
