// The conversation's element. Streamlit calls this at first and again with each new turn; Python hands over a Turn
// (types.js), the element hands back what the visitor did. No framework and no build step: what stands here is served.

import { Conversation } from "./conversation.js";
import { Presses } from "./presses.js";
import { keepHistory, noticeActs } from "./host.js";
import { prepare } from "./speak.js";

const STYLE_WITHIN = 2000; // milliseconds

// They outlast a look at another page.
const presses = new Presses();

/** @type {WeakMap<HTMLElement, Conversation>} */
const conversations = new WeakMap();

noticeActs();
keepHistory();

/** @param {import("./types.js").Mount} mount */
export default function ({ data, parentElement, setTriggerValue }) {
  const conversation = conversations.get(parentElement) ?? open(parentElement);
  presses.send = (all) => setTriggerValue("press", { presses: all });
  presses.changed = () => conversation.draw();
  conversation.hear(data[0]);
  return () => {
    conversation.leave();
    conversations.delete(parentElement);
  };
}

/** @param {HTMLElement} parent */
function open(parent) {
  prepare();
  const conversation = new Conversation(parent, presses);
  conversations.set(parent, conversation);
  hideUntilStyled(parent, conversation.root);
  return conversation;
}

/**
 * Nobody sees the page without its style.
 * @param {HTMLElement} parent
 * @param {HTMLElement} root
 */
function hideUntilStyled(parent, root) {
  const link = /** @type {HTMLLinkElement | null} */ (parent.querySelector("link[rel=stylesheet]"));
  if (!link || link.sheet) return;
  root.style.visibility = "hidden";
  const show = () => root.style.removeProperty("visibility");
  link.addEventListener("load", show, { once: true });
  setTimeout(show, STYLE_WITHIN);
}
