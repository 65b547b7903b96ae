// The open question: its heading, hint and reason, the field, and the answers. Drawn anew for each step.

import { el } from "./nodes.js";
import { openers, textWithTerms } from "./openers.js";
import { drawRows, isLong } from "./rows.js";
import { drawMany } from "./many.js";
import { drawFinder } from "./finder.js";
import { drawOwn } from "./own.js";

/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Deed} Deed */

/**
 * What a drawing has at hand. `act` does what the visitor wants; `picked` hears what is chosen and not confirmed.
 * @typedef {object} Scene
 * @property {Turn} turn
 * @property {import("./words.js").Speech} words
 * @property {(deed: Deed) => void} act
 * @property {(options: string[]) => void} picked
 * @property {import("./types.js").Explanation[]} explanations
 */

/**
 * `lead`: where the visitor is led when the step is new. `notes`: the place for what there is to tell, between the
 * question and its answers.
 * @typedef {{nodes: HTMLElement[], lead: HTMLElement, notes: HTMLElement}} Step
 */

/**
 * @param {Scene} scene
 * @param {Question} question
 * @returns {Step}
 */
export function drawQuestion(scene, question) {
  const { turn, words, explanations } = scene;
  const first = turn.state === "start";
  const { ask, hint, opens } = drawHead(scene, question);
  const notes = el("div", "talk-notes");
  const answers = question.kind === "one" ? drawOne(scene, question) : drawMany(scene, question, () => own.refresh());
  const own = drawOwn(question, answers.choosing, explanations, words, first);
  const finds = isLong(question) && !first;
  const finder = finds ? drawFinder(question, answers.drawn, explanations, words, answers.take) : null;
  if (first) {
    own.node.prepend(...ask);
    const title = el("p", "talk-rows-title", {}, words.say(question.kind === "one" ? "or-choose" : "or-choose-many"));
    return step(question, [own.node, el("div", "talk-or", {}, title, opens), ...hint, notes, ...answers.nodes], ask, notes);
  }
  const above = finder ? [finder] : [];
  const below = finds ? [] : [own.node];
  return step(question, [...ask, ...hint, opens, notes, ...above, ...answers.nodes, ...below], ask, notes);
}

/**
 * @param {Question} question
 * @param {HTMLElement[]} parts
 * @param {HTMLElement[]} ask
 * @param {HTMLElement} notes
 * @returns {Step}
 */
function step(question, parts, [lead], notes) {
  const section = el("section", "talk-step", { "data-question": question.id }, ...parts);
  return { nodes: [section], lead: lead ?? section, notes };
}

/**
 * The question with what explains it.
 * @param {Scene} scene
 * @param {Question} question
 */
function drawHead({ turn, words }, question) {
  const level = turn.state === "start" ? "h2" : "h1";
  const { ask, help, terms } = question;
  const attributes = { id: "talk-ask", tabindex: -1 };
  return {
    ask: textWithTerms(ask, terms, (parts) => el(level, "talk-ask", attributes, ...parts)),
    hint: help ? textWithTerms(help, terms, (parts) => el("p", "talk-help", {}, ...parts)) : [],
    opens: el("div", "talk-openers", {}, ...openers(question, words)),
  };
}

/**
 * Rows that answer at one tap.
 * @param {Scene} scene
 * @param {Question} question
 */
function drawOne({ turn, words, act }, question) {
  const take = (/** @type {string} */ id) => act({ do: "answer", question: question.id, options: [id] });
  const choosing = { has: (/** @type {string} */ id) => turn.chosen.includes(id), choose: take };
  const drawn = drawRows(question, choosing, words, "talk-ask");
  return { choosing, drawn, take, nodes: [drawn.list] };
}

/**
 * A proposed change of an answer, and what it would do.
 * @param {Scene} scene
 * @param {Question} question
 * @param {HTMLElement} box
 * @returns {Step}
 */
export function drawWeighed(scene, question, box) {
  const notes = el("div", "talk-notes");
  const { ask } = drawHead(scene, question);
  const drawn = step(question, [...ask, notes, box], ask, notes);
  return { ...drawn, lead: /** @type {HTMLElement | null} */ (box.querySelector("h2")) ?? drawn.lead };
}

/**
 * Nothing is left to ask.
 * @param {import("./words.js").Speech} words
 * @param {HTMLElement} way
 * @returns {Step}
 */
export function drawFinished(words, way) {
  const lead = el("h1", "talk-ask", { id: "talk-ask", tabindex: -1 }, words.say("finished"));
  const notes = el("div", "talk-notes");
  const more = el("p", "talk-help", {}, words.say("finished-more"));
  return { nodes: [el("section", "talk-step talk-finished", {}, lead, more, notes, way)], lead, notes };
}
