// The whole conversation on the page. It hears turns from the server and presses from the visitor, and draws only the
// parts that changed; each of them is made of new nodes.

import { el } from "./nodes.js";
import { speech } from "./words.js";
import { foresee } from "./foresee.js";
import { Outlook } from "./outlook.js";
import { drawPromise } from "./start.js";
import { drawTop } from "./top.js";
import { drawFinished, drawQuestion, drawWeighed } from "./step.js";
import { drawNotes, drawResultButton, drawWeighing } from "./boxes.js";
import { drawSide } from "./side.js";
import { drawWays } from "./ways.js";
import { forgetPicks } from "./picks.js";
import { speak } from "./speak.js";
import { lead, shared, tellState, watchHeight } from "./host.js";
import { listenToKeys } from "./keys.js";
import { listenToPointer } from "./pointer.js";
import { markPressed } from "./pressed.js";
import { Place } from "./place.js";

/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./types.js").Deed} Deed */
/** @typedef {import("./step.js").Scene} Scene */

/** @type {import("./types.js").Explanation[]} The start brings them; later steps search them too. */
let explanations = [];

export class Conversation {
  /** @type {Turn | null} */
  #turn = null;
  #here = "";
  #asksRestart = false;
  #top = new Place("talk-top");
  #step = new Place("talk-middle");
  #late = new Place("talk-late-place");
  #side = new Place("talk-side");
  #ways = new Place("talk-ways-place");
  /** @type {Place | null} */
  #notes = null;
  #outlook = new Outlook();
  /** @type {string[]} What is chosen of the open question and not confirmed. */
  #picked = [];

  /**
   * @param {HTMLElement} parent
   * @param {import("./presses.js").Presses} presses
   */
  constructor(parent, presses) {
    this.presses = presses;
    const main = el("div", "talk-main", {}, this.#top.node, this.#step.node, this.#late.node);
    this.root = el("div", "talk", { tabindex: -1 }, el("div", "talk-page", {}, main, this.#side.node), this.#ways.node);
    parent.append(this.root);
    listenToKeys(this.root);
    this.moved = listenToPointer(this.root);
    this.height = watchHeight(this.root);
    this.#outlook.changed = () => this.presses.waiting.length && this.draw();
  }

  /**
   * The server has taken presses and says how things stand.
   * @param {Turn} turn
   */
  hear(turn) {
    this.#turn = turn;
    if (turn.explanations.length) explanations = turn.explanations;
    const { taken, waited } = this.presses.confirm(turn.seq);
    for (const press of taken) {
      if (press.do === "answer") forgetPicks(press.question);
      if (press.do === "restart") forgetPicks();
    }
    this.draw();
    this.#lookAhead();
    if (waited) speak(speech(turn.words, turn.lang).say("sent"));
  }

  /**
   * The visitor wants something. It is shown at once, and sent.
   * @param {Deed} deed
   */
  act(deed) {
    const open = this.#turn;
    const keeps = deed.do === "edit" && deed.question === "";
    if (keeps && open?.state === "change") forgetPicks(open.question?.id);
    if (deed.do === "restart") this.#asksRestart = false;
    this.presses.add(deed);
    this.draw();
  }

  /** Only from a turn of the server's: what is merely foreseen has no token yet. */
  #lookAhead() {
    if (this.#turn && !this.presses.waiting.length) this.#outlook.ask(this.#turn, this.#picked);
  }

  draw() {
    if (!this.#turn) return;
    const held = this.root.contains(document.activeElement);
    const { turn, waiting } = foresee(this.#turn, this.presses.waiting, (...given) => this.#outlook.step(...given));
    const moves = this.#moves(turn);
    const words = speech(turn.words, turn.lang);
    const scene = {
      turn,
      words,
      act: (/** @type {Deed} */ deed) => this.act(deed),
      picked: (/** @type {string[]} */ options) => {
        this.#picked = options;
        this.#lookAhead();
      },
      explanations,
    };
    this.#drawTop(scene);
    this.#drawStep(scene);
    this.#drawSide(scene);
    this.#ways.renew([scene.turn.ways, scene.turn.token], () => drawWays(scene));
    this.#drawLate(scene);
    this.root.lang = turn.lang;
    Object.assign(this.root.dataset, { state: turn.state, seq: this.#turn.seq, pending: this.presses.waiting.length });
    markPressed(this.root, waiting);
    if (moves) this.#goTo();
    if (held && !this.root.contains(document.activeElement)) this.#lead?.focus({ preventScroll: true });
    if (document.title !== turn.title) document.title = turn.title;
    tellState(turn.state === "finished" ? "settled" : "asking", this.#turn.token, turn.origins);
    this.height.measure();
  }

  /**
   * Whether this is another step than the one on the page. Then the focus is let go before anything changes: to take
   * what holds it off a page that is half drawn, and to look for its like, would cost one more layout each.
   * @param {Turn} turn
   */
  #moves({ state, question, weighing }) {
    const here = `${state} ${question?.id} ${weighing?.title}`;
    if (here === this.#here) return false;
    this.#here = here;
    const holds = /** @type {HTMLElement | null} */ (document.activeElement);
    if (shared().acted && this.#step.node.contains(holds)) holds?.blur();
    return true;
  }

  /** @param {Scene} scene */
  #drawTop(scene) {
    const { state, progress, question, said, lang } = scene.turn;
    const input = [lang, state, progress, question?.id, said.map((one) => one.question)];
    this.#top.renew(input, () => (state === "start" ? drawPromise(scene) : drawTop(scene)));
  }

  /** @param {Scene} scene */
  #drawStep(scene) {
    const { state, question, chosen, weighing, lang } = scene.turn;
    this.#step.renew([lang, state, question, chosen, weighing], () => {
      const { nodes, notes, lead: heading } = drawStep(scene);
      this.#notes = new Place("", notes);
      this.#lead = heading;
      return nodes;
    });
    this.#drawNotes(scene);
  }

  /** @type {HTMLElement | null} */
  #lead = null;

  /**
   * The visitor is led to a new step, but not before having done anything since it was loaded. It comes last: to give
   * the focus, browsers lay out what was drawn.
   */
  #goTo() {
    const know = shared();
    know.turn = this.#here;
    this.moved();
    if (!know.acted || !this.#lead) return;
    const pressed = /** @type {HTMLElement | null} */ (this.#step.node.querySelector("[data-option], [data-do]"));
    lead(this.#lead, this.#top.node, pressed ?? this.#lead);
  }

  /** @param {Scene} scene */
  #drawNotes(scene) {
    const { state, notice, undo, settle, seq } = scene.turn;
    const input = [state === "change", notice, notice && seq, undo, settle];
    const renewed = this.#notes?.renew(input, () => drawNotes(scene));
    if (renewed && notice) speak(notice);
  }

  /** @param {Scene} scene */
  #drawSide(scene) {
    const { state, said, examples, question, lang } = scene.turn;
    this.#side.renew([lang, state, said, examples, question?.id, this.#asksRestart], () =>
      drawSide(scene, this.#asksRestart, (asks) => this.#askRestart(asks)),
    );
  }

  /** @param {boolean} asks */
  #askRestart(asks) {
    this.#asksRestart = asks;
    this.draw();
    const place = asks ? "#talk-restart" : '[data-do="restart"]';
    /** @type {HTMLElement | null} */ (this.root.querySelector(place))?.focus();
  }

  /** @param {Scene} scene */
  #drawLate({ words }) {
    const late = this.presses.late;
    const text = words.say("kept");
    const renewed = this.#late.renew(late, () => (late ? [el("p", "talk-late", {}, text)] : []));
    if (renewed && late) speak(text);
  }

  leave() {
    this.presses.rest();
    this.height.stop();
    this.root.remove();
  }
}

/**
 * @param {Scene} scene
 * @returns {import("./step.js").Step}
 */
function drawStep(scene) {
  const { state, question } = scene.turn;
  if (!question) return drawFinished(scene.words, drawResultButton(scene));
  return state === "weigh" ? drawWeighed(scene, question, drawWeighing(scene)) : drawQuestion(scene, question);
}
