// What stands above a question: the way back, the number, and a segment for each question; hatched ones may not come.

import { button, el, icon } from "./nodes.js";

/** @typedef {import("./step.js").Scene} Scene */
/** @typedef {import("./types.js").Turn} Turn */

const MOST_SEGMENTS = 30;

/**
 * @param {Scene} scene
 * @returns {HTMLElement[]}
 */
export function drawTop({ turn, words, act }) {
  const { done, least, most } = turn.progress;
  const before = questionBefore(turn);
  const go = () => act({ do: "edit", question: before ?? "" });
  const back = before !== null && button("talk-back", { "data-do": "back", onclick: go }, icon("back"), words.say("back"));
  const number = turn.state !== "finished" && el("p", "talk-number", {}, numbered(turn, words));
  const now = placeOf(turn);
  const segments = Array.from({ length: Math.min(done + most, MOST_SEGMENTS) }, (_, at) => {
    const kind = at === now ? "now" : at < done ? "done" : at < done + least ? "sure" : "maybe";
    return el("i", `talk-${kind}`);
  });
  const where = el("div", "talk-where", {}, back || el("span"), number);
  return [where, el("div", "talk-segments", { "aria-hidden": "true" }, ...segments)];
}

/** @param {Turn} turn */
function placeOf({ state, question, said, progress }) {
  if (state === "finished") return -1;
  const place = said.findIndex((one) => one.question === question?.id);
  return place < 0 ? progress.done : place;
}

/**
 * @param {Turn} turn
 * @param {import("./words.js").Speech} words
 */
function numbered(turn, words) {
  const { done, least, most } = turn.progress;
  const number = placeOf(turn) + 1;
  if (least === most) return words.say("question-of-exactly", { number, most: done + most });
  return words.say("question-of", { number, least: done + least, most: done + most });
}

/**
 * The answer that Back opens; null if there is none before.
 * @param {Turn} turn
 */
function questionBefore({ state, question, said }) {
  if (state === "weigh") return question?.id ?? null;
  const place = state === "change" ? said.findIndex((one) => one.question === question?.id) : said.length;
  return said[place - 1]?.question ?? null;
}
