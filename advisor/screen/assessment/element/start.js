// What a visitor sees first: what this is, how long it takes, and that nothing is kept.

import { el, icon } from "./nodes.js";

/**
 * @param {import("./step.js").Scene} scene
 * @returns {HTMLElement[]}
 */
export function drawPromise({ turn, words }) {
  const { least, most } = turn.progress;
  const questions = least === most ? words.count("questions-exactly", most) : words.say("questions", { least, most });
  return [
    el("h1", "talk-promise", {}, words.say("promise")),
    el("p", "talk-lead", {}, words.say("lead")),
    el(
      "ul",
      "talk-facts",
      { role: "list" },
      el("li", "", {}, icon("clock"), words.say("minutes")),
      el("li", "", {}, icon("list"), questions),
      el("li", "", {}, icon("lock"), words.say("stored")),
    ),
  ];
}
