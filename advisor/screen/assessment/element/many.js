// Several answers: check marks, what is chosen so far, and the bar that confirms it.

import { button, el, icon } from "./nodes.js";
import { drawRows, isLong } from "./rows.js";
import { Picks } from "./picks.js";
import { speak } from "./speak.js";

/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./words.js").Speech} Speech */

/**
 * @param {import("./step.js").Scene} scene
 * @param {Question} question
 * @param {() => void} changed something was chosen or taken back
 */
export function drawMany({ turn, words, act, picked }, question, changed) {
  const picks = new Picks(question, turn.chosen, turn.token, show);
  const choosing = {
    has: (/** @type {string} */ id) => picks.has(id),
    choose: (/** @type {string} */ id) => picks.toggle(id),
  };
  const drawn = drawRows(question, choosing, words, "talk-ask");
  const chosen = isLong(question) ? el("div", "talk-chosen") : null;
  const confirm = drawConfirm(words, () => {
    const options = picks.rows.map(({ id }) => id);
    if (options.length) act({ do: "answer", question: question.id, options });
    else error.show();
  });
  const error = drawError(words, confirm.short, drawn.list);

  function show() {
    for (const [id, row] of drawn.rows) /** @type {HTMLInputElement} */ (row.querySelector("input")).checked = picks.has(id);
    chosen?.replaceChildren(...drawChosen(picks, words));
    confirm.show(picks.size);
    if (picks.size) error.settle();
    picked(picks.rows.map(({ id }) => id));
    changed();
  }

  chosen?.replaceChildren(...drawChosen(picks, words));
  confirm.show(picks.size);
  picked(picks.rows.map(({ id }) => id));
  /** @param {string} id */
  function take(id) {
    if (!picks.has(id)) picks.toggle(id);
    speak(words.count("chosen", picks.size));
  }
  return { choosing, drawn, take, nodes: [...(chosen ? [chosen] : []), error.node, drawn.list, confirm.node] };
}

/**
 * One line that is always there, so that nothing moves when it fills.
 * @param {Picks} picks
 * @param {Speech} words
 */
function drawChosen(picks, words) {
  if (!picks.size) return [el("span", "", {}, words.say("nothing-chosen"))];
  return picks.rows.map(({ id, label }) => {
    const remove = (/** @type {MouseEvent} */ { currentTarget }) => {
      const line = /** @type {HTMLElement} */ (currentTarget).parentElement;
      picks.toggle(id);
      /** @type {HTMLElement | null | undefined} */ (line?.querySelector("button"))?.focus();
    };
    const name = words.say("remove", { option: label });
    return button("talk-chip", { "data-chosen": id, "aria-label": name, onclick: remove }, label, icon("remove"));
  });
}

/**
 * The bar that confirms. It holds at the bottom of the screen while something is chosen.
 * @param {Speech} words
 * @param {() => void} done
 */
function drawConfirm(words, done) {
  const short = el("p", "talk-error-short", { hidden: true }, words.say("choose-first-short"));
  const count = el("span", "talk-count-chosen");
  const send = button("talk-button", { "data-do": "continue", onclick: done }, words.say("continue"));
  const node = el("div", "talk-confirm", {}, send, count, short);
  const show = (/** @type {number} */ chosen) => {
    count.replaceChildren(chosen ? words.count("chosen", chosen) : "");
    node.classList.toggle("talk-holds", chosen > 0);
  };
  return { node, short, show };
}

/**
 * What is missing, said at the question and at the button. Once something is chosen it disappears and leaves its
 * space, so that no row moves under the finger.
 * @param {Speech} words
 * @param {HTMLElement} short
 * @param {HTMLElement} list
 */
function drawError(words, short, list) {
  const node = el("div", "talk-error-place");
  let line = /** @type {HTMLElement | null} */ (null);
  return {
    node,
    show() {
      line = el("p", "talk-error", { id: "talk-error", tabindex: -1 }, icon("error"), el("span", "", {}, words.say("choose-first")));
      node.replaceChildren(line);
      short.hidden = false;
      list.setAttribute("aria-describedby", "talk-error");
      list.classList.add("talk-has-error");
      line.focus();
      speak(words.say("choose-first"));
    },
    settle() {
      line?.classList.add("talk-settled");
      short.hidden = true;
      list.removeAttribute("aria-describedby");
      list.classList.remove("talk-has-error");
    },
  };
}
