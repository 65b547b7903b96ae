// Asks the server, while several answers are being chosen, what would follow them, so that the next step is there when
// they are confirmed. Nothing depends on it: without an answer the press waits for the server as any other.

/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./types.js").Step} Step */

const PAUSE = 120; // milliseconds without another choice
const AT = new URL("../../../ahead", import.meta.url); // beside the folder of components, whatever stands before it

export class Outlook {
  /** @type {{about: string, step: Step} | null} */
  #held = null;
  #about = "";
  #wait = 0;
  #refused = false;

  /** Called when something is known that was not before. */
  changed = () => {};

  /**
   * Ask what follows these options of the open question, unless that is known or being asked.
   * @param {Turn} turn as the server told it
   * @param {string[]} options
   */
  ask(turn, options) {
    const about = subject(turn, options);
    const open = turn.state === "start" || turn.state === "ask";
    if (this.#refused || !open || turn.question?.kind !== "many" || about === this.#about) return;
    this.#about = about;
    clearTimeout(this.#wait);
    if (options.length) this.#wait = setTimeout(() => this.#fetch(turn, options, about), PAUSE);
  }

  /**
   * What follows, if it is known.
   * @param {Turn} turn
   * @param {string[]} options
   */
  step(turn, options) {
    return this.#held?.about === subject(turn, options) ? this.#held.step : undefined;
  }

  /**
   * @param {Turn} turn
   * @param {string[]} options
   * @param {string} about
   */
  async #fetch({ token, question, progress, day }, options, about) {
    const look = { token, question: question?.id, options, promised: progress.done + progress.most, day };
    const headers = { "content-type": "application/json" };
    try {
      const told = await fetch(AT, { method: "POST", body: JSON.stringify(look), headers, credentials: "omit" });
      this.#refused = !told.ok; // a server that does not know the address never will
      if (told.status !== 200) return;
      this.#held = { about, step: await told.json() };
      this.changed();
    } catch {
      this.#about = ""; // offline, perhaps for a moment
    }
  }
}

/**
 * @param {Turn} turn
 * @param {string[]} options
 */
const subject = ({ token, question }, options) => JSON.stringify([token, question?.id, ...options].sort());
