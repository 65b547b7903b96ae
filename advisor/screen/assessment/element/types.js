// What Python hands the element and what comes back, as types; this file holds no code.
// advisor/conversation/turn.py writes a Turn, advisor/conversation/press.py reads a Press.

/**
 * A whole text. In angle brackets: what is filled into its placeholders.
 * @template {string} [Filled=never]
 * @typedef {string & {filled?: Filled}} Text
 */

/**
 * A text for each plural form of the language, chosen by {count}; perhaps one of its own for zero.
 * @template {string} [Filled=never]
 * @typedef {{zero?: string, one?: string, two?: string, few?: string, many?: string, other: string} & {filled?: Filled}} Counted
 */

/**
 * The fixed texts: the group `talk` of content/words.yaml. `make words` reads this list.
 * @typedef {{
 *   promise: Text,
 *   lead: Text,
 *   minutes: Text,
 *   questions: Text<"least" | "most">,
 *   "questions-exactly": Counted,
 *   stored: Text,
 *   "say-it": Text,
 *   "say-it-example": Text,
 *   "or-choose": Text,
 *   "or-choose-many": Text,
 *   examples: Text,
 *   "more-examples": Counted,
 *   back: Text,
 *   "question-of": Text<"number" | "least" | "most">,
 *   "question-of-exactly": Text<"number" | "most">,
 *   why: Text,
 *   terms: Text,
 *   find: Text,
 *   "find-example": Text,
 *   found: Counted,
 *   "none-found": Text,
 *   enter: Text,
 *   usual: Text,
 *   more: Text,
 *   "nothing-chosen": Text,
 *   chosen: Counted,
 *   remove: Text<"option">,
 *   continue: Text,
 *   "choose-first": Text,
 *   "choose-first-short": Text,
 *   "own-words": Text,
 *   "look-up": Text,
 *   "own-rows": Text,
 *   "own-texts": Text,
 *   "own-nothing": Text,
 *   close: Text,
 *   answers: Text,
 *   change: Text,
 *   changing: Text,
 *   "change-of": Text<"question">,
 *   agree: Text,
 *   keep: Text,
 *   undo: Text,
 *   both: Text,
 *   finished: Text,
 *   "finished-more": Text,
 *   result: Text,
 *   restart: Text,
 *   "restart-ask": Text,
 *   "restart-yes": Text,
 *   "restart-no": Text,
 *   kept: Text,
 *   sent: Text,
 * }} Words
 */

/**
 * One option. `alone`: "none of these" and the like, which stands apart and clears the others.
 * @typedef {{id: string, label: string, help: string, also: string[], alone: boolean}} Row
 */

/** @typedef {{title: string, rows: string[]}} Group */

/**
 * A word that can be opened. `forms`: how else it is written; `source` and `known`: where what it says of the law stands.
 * @typedef {{word: string, forms?: string[], meaning: string, source?: string, known?: string}} Term
 */

/**
 * @typedef {{
 *   id: string,
 *   ask: string,
 *   help: string,
 *   why: string,
 *   kind: "one" | "many",
 *   rows: Row[],
 *   usual: string[],
 *   groups: Group[],
 *   terms: Term[],
 * }} Question
 */

/**
 * Answered; still to come at least and at most, the open question counted.
 * @typedef {{done: number, least: number, most: number}} Progress
 */

/** @typedef {{question: string, ask: string, answer: string}} Said */

/** @typedef {{id: string, ask: string, questions: string[]}} Settle */

/** @typedef {{title: string, lines: {label: string, text: string}[]}} Weighing */

/** @typedef {{title: string, state: "ask" | "finished", question: Question | null, progress: Progress}} Step */

/** @typedef {"law" | "law-system" | "contract" | "pays" | "none"} Sign */

/** @typedef {{id: string, name: string, story: string, verdict: string, sign: Sign}} Example */

/** @typedef {{id: string, title: string, text: string}} Explanation */

/**
 * A page beside the conversation.
 * @typedef {{id: string, label: string}} Way
 */

/** @typedef {"start" | "ask" | "change" | "weigh" | "finished"} State */

/**
 * Everything that one drawing needs.
 * @typedef {{
 *   v: 1,
 *   seq: number,
 *   lang: string,
 *   words: Words,
 *   title: string,
 *   state: State,
 *   question: Question | null,
 *   chosen: string[],
 *   progress: Progress,
 *   said: Said[],
 *   notice: string,
 *   undo: boolean,
 *   settle: Settle | null,
 *   weighing: Weighing | null,
 *   steps: Step[],
 *   ahead: Record<string, number>,
 *   examples: Example[],
 *   explanations: Explanation[],
 *   ways: Way[],
 *   token: string,
 *   day: string,
 *   origins: string[],
 * }} Turn
 */

/**
 * What the visitor did. Every one has a number, so that a repeat is harmless.
 * @typedef {{do: "answer", question: string, options: string[]}
 *   | {do: "edit", question: string}
 *   | {do: "agree" | "undo" | "restart" | "result"}
 *   | {do: "both" | "example" | "go", id: string}} Deed
 */

/** @typedef {Deed & {n: number}} Press */

/**
 * What Streamlit calls the element with, at first and for every new Turn.
 * @typedef {{
 *   data: [Turn],
 *   parentElement: HTMLElement,
 *   setTriggerValue: (name: "press", value: {presses: Press[]}) => void,
 *   key: string,
 * }} Mount
 */

export {};
