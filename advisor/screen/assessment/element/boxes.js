// What there is to tell between a question and its answers, and a change that is weighed before it is made.

import { button, el } from "./nodes.js";
import { inline } from "./markdown.js";

/** @typedef {import("./step.js").Scene} Scene */

/**
 * @param {Scene} scene
 * @returns {HTMLElement[]}
 */
export function drawNotes({ turn, words, act }) {
  const keep = () => act({ do: "edit", question: "" });
  const changing = el(
    "div",
    "talk-note",
    {},
    el("p", "", {}, words.say("changing")),
    button("talk-link", { "data-do": "keep", onclick: keep }, words.say("keep")),
  );
  const undo = button("talk-link", { "data-do": "undo", onclick: () => act({ do: "undo" }) }, words.say("undo"));
  const notice = el("div", "talk-note talk-notice", {}, turn.notice && el("p", "", {}, ...inline(turn.notice)), turn.undo && undo);
  const settle = turn.settle ? drawSettle({ turn, words, act }, turn.settle) : null;
  return [
    ...(turn.state === "change" ? [changing] : []),
    ...(turn.notice || turn.undo ? [notice] : []),
    ...(settle ? [settle] : []),
  ];
}

/**
 * Two answers that cannot both be right: each can be changed, or both stand.
 * @param {Pick<Scene, "turn" | "words" | "act">} scene
 * @param {import("./types.js").Settle} settle
 */
function drawSettle({ turn, words, act }, { id, ask, questions }) {
  const ways = turn.said
    .filter(({ question }) => questions.includes(question))
    .map(({ question, ask: asked, answer }) => {
      const edit = () => act({ do: "edit", question });
      const name = words.say("change-of", { question: asked });
      return button("talk-button talk-second", { "data-settle": question, "aria-label": name, onclick: edit }, answer);
    });
  const both = button("talk-link", { "data-do": "both", onclick: () => act({ do: "both", id }) }, words.say("both"));
  return el("section", "talk-box", { "aria-labelledby": "talk-settle" }, el("h2", "", { id: "talk-settle" }, ask), el("div", "talk-ways", {}, ...ways, both));
}

/**
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
export function drawWeighing({ turn, words, act }) {
  const { title, lines } = turn.weighing ?? { title: "", lines: [] };
  const facts = lines.map(({ label, text }) => el("div", "", {}, el("dt", "", {}, label), el("dd", "", {}, ...inline(text))));
  const agree = button("talk-button", { "data-do": "agree", onclick: () => act({ do: "agree" }) }, words.say("agree"));
  const stay = () => act({ do: "edit", question: "" });
  const keep = button("talk-button talk-second", { "data-do": "keep", onclick: stay }, words.say("keep"));
  return el(
    "section",
    "talk-box talk-weighing",
    { "aria-labelledby": "talk-weighing" },
    el("h2", "", { id: "talk-weighing", tabindex: -1 }, title),
    facts.length > 0 && el("dl", "", {}, ...facts),
    el("div", "talk-ways", {}, agree, keep),
  );
}

/** @param {Scene} scene */
export function drawResultButton({ words, act }) {
  return button("talk-button", { "data-do": "result", onclick: () => act({ do: "result" }) }, words.say("result"));
}
