// Beside the question, or beneath it where there is no room: the answers so far, newest first, or examples at the start.

import { button, el, icon, signOf } from "./nodes.js";

/** @typedef {import("./step.js").Scene} Scene */

const FIRST_EXAMPLES = 3;

/**
 * @param {Scene} scene
 * @param {boolean} asksRestart
 * @param {(asks: boolean) => void} askRestart
 * @returns {HTMLElement[]}
 */
export function drawSide({ turn, words, act }, asksRestart, askRestart) {
  if (turn.state === "start") return turn.examples.length ? drawExamples({ turn, words, act }) : [];
  if (!turn.said.length) return [];
  const said = turn.said.map(({ question, ask, answer }) => {
    const edit = () => act({ do: "edit", question });
    const open = question === turn.question?.id && "true";
    return el(
      "li",
      "",
      {},
      button(
        "talk-bubble",
        { "data-change": question, "aria-current": open, onclick: edit },
        el("span", "talk-of", {}, ask),
        el("span", "talk-change", {}, words.say("change")),
        el("span", "talk-answer", {}, answer),
      ),
    );
  });
  return [
    el("h2", "talk-side-title", {}, words.say("answers")),
    el("ol", "talk-said", { role: "list" }, ...said.reverse()),
    drawRestart({ words, act }, asksRestart, askRestart),
  ];
}

/**
 * Starting over asks first, in its place.
 * @param {Pick<Scene, "words" | "act">} scene
 * @param {boolean} asks
 * @param {(asks: boolean) => void} ask
 */
function drawRestart({ words, act }, asks, ask) {
  if (!asks) return button("talk-link", { "data-do": "restart", onclick: () => ask(true) }, words.say("restart"));
  const restart = () => act({ do: "restart" });
  return el(
    "div",
    "talk-box",
    { role: "group", "aria-labelledby": "talk-restart" },
    el("p", "", { id: "talk-restart", tabindex: -1 }, words.say("restart-ask")),
    el(
      "div",
      "talk-ways",
      {},
      button("talk-button talk-second", { "data-do": "restart-yes", onclick: restart }, words.say("restart-yes")),
      button("talk-button", { "data-do": "restart-no", onclick: () => ask(false) }, words.say("restart-no")),
    ),
  );
}

/** @param {Pick<Scene, "turn" | "words" | "act">} scene */
function drawExamples({ turn, words, act }) {
  const cards = turn.examples.map(({ id, name, story, verdict, sign }) =>
    el(
      "li",
      "",
      {},
      button(
        "talk-card",
        { "data-example": id, onclick: () => act({ do: "example", id }) },
        el("span", "talk-verdict", {}, signOf(sign), el("span", "", {}, verdict)),
        el("span", "talk-label", {}, name),
        el("span", "talk-hint", {}, story),
      ),
    ),
  );
  const rest = cards.slice(FIRST_EXAMPLES);
  const summary = el("summary", "", {}, icon("open"), el("span", "", {}, words.count("more-examples", rest.length)));
  return [
    el("h2", "talk-side-title", {}, words.say("examples")),
    el("ul", "talk-cards", { role: "list" }, ...cards.slice(0, FIRST_EXAMPLES)),
    ...(rest.length ? [el("details", "talk-opens talk-more", {}, summary, el("ul", "talk-cards", { role: "list" }, ...rest))] : []),
  ];
}
