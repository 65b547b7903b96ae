// What is chosen and not yet confirmed. It outlasts a look at an earlier answer, another page and a reload: the
// browser keeps the ids, and nothing else, until the question is answered or the tab is closed.

/** @typedef {import("./types.js").Question} Question */

const PREFIX = "advisor-picks ";

export class Picks {
  /** @type {Set<string>} */
  #ids;

  /**
   * @param {Question} question
   * @param {string[]} chosen the present answer
   * @param {string} token the answers so far
   * @param {() => void} changed
   */
  constructor(question, chosen, token, changed) {
    this.question = question;
    this.changed = changed;
    this.place = `${PREFIX}${question.id} ${token}`;
    const known = new Set(question.rows.map(({ id }) => id));
    this.#ids = new Set((read(this.place) ?? chosen).filter((id) => known.has(id)));
  }

  get size() {
    return this.#ids.size;
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** In the order of the question. */
  get rows() {
    return this.question.rows.filter(({ id }) => this.has(id));
  }

  /**
   * Choose an option or take it back. "None of these" clears the others, and any other clears it.
   * @param {string} id
   */
  toggle(id) {
    if (!this.#ids.delete(id)) {
      const alone = new Set(this.question.rows.filter((row) => row.alone).map((row) => row.id));
      const stays = alone.has(id) ? [] : [...this.#ids].filter((other) => !alone.has(other));
      this.#ids = new Set([...stays, id]);
    }
    write(this.place, [...this.#ids]);
    this.changed();
  }
}

/**
 * The question is answered: what was kept for it is of no more use. Without one: of none.
 * @param {string} [question]
 */
export function forgetPicks(question) {
  try {
    const start = question === undefined ? PREFIX : `${PREFIX}${question} `;
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(start)) sessionStorage.removeItem(name);
  } catch {
    // A frame may be refused any memory; then there is nothing to forget.
  }
}

/**
 * @param {string} place
 * @returns {string[] | null}
 */
function read(place) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
    return Array.isArray(kept) ? kept.map(String) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} place
 * @param {string[]} ids
 */
function write(place, ids) {
  try {
    sessionStorage.setItem(place, JSON.stringify(ids));
  } catch {
    // Without memory the picks last as long as the page.
  }
}
