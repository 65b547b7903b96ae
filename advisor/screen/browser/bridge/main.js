// Runs in the app's own document on every page but the conversation, whose element does the same for itself. It leads
// to the page that was gone to or to a section that was opened, speaks a notice once, holds a press on a download until
// what was typed is in, and tells the host page our height and state.

import { whenCalm, shared, whenPresent } from "./page.js";
import { watchDownloads } from "./downloads.js";
import { keepHistory, tellHost, watchHeight } from "./frame.js";
import { arrived, lead, leadToTop } from "./lead.js";
import { prepare, speak } from "./speak.js";

function watchOnce() {
  if (shared.watching) return;
  shared.watching = true;
  watchDownloads();
  for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, askForDigits, true);
}

// Streamlit 1.67 has no text field for digits; a phone then shows its whole keyboard.
function askForDigits({ target }) {
  if (target.matches?.(".st-key-wishes .stTextInput input")) target.inputMode = "numeric";
}

// A trial is drawn by itself, so it speaks for itself.
function tellTrial({ back, announce }) {
  if (announce && announce !== shared.trial) speak(announce);
  shared.trial = announce;
  if (back && back !== shared.back) whenPresent(back, (button) => button.focus());
  shared.back = back;
}

function tellState({ state, token }) {
  const now = `${state} ${token}`;
  if (now === shared.sent) return;
  shared.sent = now;
  tellHost({ type: "state", state, token });
}

export default function ({ data }) {
  keepHistory();
  prepare();
  if ("back" in data) return tellTrial(data);
  shared.origins = data.origins;
  shared.drawn = data.drawn;
  shared.blocked = data.blocked;
  watchOnce();
  const here = arrived();
  if (data.announce && data.news !== shared.news) speak(data.announce);
  shared.news = data.news;
  const turn = `${data.target} ${data.token}`;
  if (data.lead && turn !== shared.turn) lead(data.target);
  else if (here) whenCalm(leadToTop);
  shared.turn = turn;
  tellState(data);
  watchHeight();
  return () => {
    if (location.pathname !== shared.page) shared.page = ""; // gone to another page
  };
}
