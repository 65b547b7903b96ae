// What to show before the server has answered: the last turn, carried on by the presses that it has not seen. Where
// the turn says what comes next, that is shown at once; otherwise the press is shown where it was made. The server's
// next turn simply takes the place of all this.

/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./types.js").Press} Press */
/** @typedef {import("./types.js").Step} Step */

/**
 * `waiting`: the press whose outcome only the server knows.
 * @typedef {{turn: Turn, waiting: Press | null}} View
 */

/**
 * @param {Turn} turn
 * @param {Press[]} presses those that the turn has not seen, in order
 * @param {(turn: Turn, options: string[]) => Step | undefined} [known] what follows several options, if that is known
 * @returns {View}
 */
export function foresee(turn, presses, known = () => undefined) {
  let shown = turn;
  for (const press of presses) {
    if (press.do !== "answer") return { turn: shown, waiting: press };
    if (press.question !== shown.question?.id) continue; // an answer to another question changes nothing
    const next = after(shown, press.question, press.options, known);
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
 * @param {(turn: Turn, options: string[]) => Step | undefined} known
 * @returns {Turn | null}
 */
function after(turn, question, options, known) {
  const [option, ...others] = options;
  const single = option !== undefined && !others.length ? turn.steps[turn.ahead[option] ?? -1] : undefined;
  const step = single ?? known(turn, options);
  const open = turn.state === "start" || turn.state === "ask";
  if (!step || !open || !turn.question) return null;
  const answer = turn.question.rows.flatMap(({ id, label }) => (options.includes(id) ? label : [])).join(" · ");
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
