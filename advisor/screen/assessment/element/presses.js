// What the visitor did and the server has not confirmed. All of it is sent again until it is: a press that is lost on
// the way, offline or while the server starts anew, is lost for a moment only.

/** @typedef {import("./types.js").Deed} Deed */
/** @typedef {import("./types.js").Press} Press */

const AGAIN = 3000; // milliseconds
const LATE = 4000; // then the visitor is told

export class Presses {
  /** @type {Press[]} */
  waiting = [];
  /** Whether the visitor was told that a press has to wait. */
  late = false;
  #last = 0;
  #again = 0;
  #toLate = 0;

  /** @type {(presses: Press[]) => void} */
  send = () => {};
  /** Called when something is late. */
  changed = () => {};

  constructor() {
    addEventListener("online", () => this.resume());
  }

  /**
   * Take what was done. The same thing twice is done once.
   * @param {Deed} deed
   */
  add(deed) {
    if (this.waiting.some((press) => isSame(press, deed))) return;
    this.#last += 1;
    this.waiting.push({ ...deed, n: this.#last });
    this.#sendAll();
    this.#toLate ||= setTimeout(() => this.#tellLate(), navigator.onLine ? LATE : 0);
  }

  /**
   * The server has taken every press up to this number. `waited`: the visitor had been told to wait, and need not longer.
   * @param {number} seq
   * @returns {{taken: Press[], waited: boolean}}
   */
  confirm(seq) {
    this.#last = Math.max(this.#last, seq);
    const taken = this.waiting.filter(({ n }) => n <= seq);
    this.waiting = this.waiting.filter(({ n }) => n > seq);
    const waited = this.late && !this.waiting.length;
    if (!this.waiting.length) this.rest();
    return { taken, waited };
  }

  /** Stop sending, while nobody would take it. */
  rest() {
    clearTimeout(this.#again);
    clearTimeout(this.#toLate);
    this.#again = this.#toLate = 0;
    this.late = false;
  }

  /** Go on sending what had to wait. */
  resume() {
    if (this.waiting.length) this.#sendAll();
  }

  #sendAll() {
    clearTimeout(this.#again);
    if (!this.waiting.length) return;
    this.#again = setTimeout(() => this.#sendAll(), AGAIN);
    this.send(this.waiting);
  }

  #tellLate() {
    this.late = true;
    this.changed();
  }
}

/**
 * Whether it is what was done already: of the answers to one question the first counts.
 * @param {Press} press
 * @param {Deed} deed
 */
function isSame(press, deed) {
  if (press.do === "answer" && deed.do === "answer") return press.question === deed.question;
  return JSON.stringify({ ...press, n: 0 }) === JSON.stringify({ ...deed, n: 0 });
}
