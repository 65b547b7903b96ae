// What to show before the server has answered: the last turn, carried on by the presses that it has not seen. Where
// the turn says what comes next, that is shown at once; otherwise the press is shown where it was made. The server's
// next turn simply takes the place of all this.

/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./types.js").Press} Press */

/**
 * `waiting`: the press whose outcome only the server knows.
 * @typedef {{turn: Turn, waiting: Press | null}} View
 */

/**
 * @param {Turn} turn
 * @param {Press[]} presses those that the turn has not seen, in order
 * @returns {View}
 */
export function foresee(turn, presses) {
  let shown = turn;
  for (const press of presses) {
    if (press.do !== "answer") return { turn: shown, waiting: press };
    if (press.question !== shown.question?.id) continue; // an answer to another question changes nothing
    const next = after(shown, press.question, press.options);
    if (!next) return { turn: shown, waiting: press };
    shown = next;
  }
  return { turn: shown, waiting: null };
}

/**
 * The turn that follows an answer, if that is known.
 * @param {Turn} turn
 * @param {string} question
 * @param {string[]} options
 * @returns {Turn | null}
 */
function after(turn, question, options) {
  const [option, ...others] = options;
  const step = option !== undefined && !others.length ? turn.steps[turn.ahead[option] ?? -1] : undefined;
  const open = turn.state === "start" || turn.state === "ask";
  if (!step || !open || !turn.question) return null;
  const answer = turn.question.rows.find(({ id }) => id === option)?.label ?? "";
  return {
    ...turn,
    ...step,
    chosen: [],
    said: [...turn.said, { question, ask: turn.question.ask, answer }],
    notice: "",
    undo: false,
    settle: null,
    weighing: null,
    steps: [],
    ahead: {},
    examples: [],
  };
}
