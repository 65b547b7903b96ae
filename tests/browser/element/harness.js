// Stands for Streamlit and Python: mounts the element, keeps what it sends, and hands it the turns that a test asks for.
// `?turn=many&theme=dark&dir=rtl&accent=ffee00`; with `?auto` a small made-up conversation goes on by itself.

import draw from "/advisor/screen/assessment/element/main.js";

const asked = new URLSearchParams(location.search);
const [turns, words] = await Promise.all(["turns.json", "words.json"].map(async (name) => (await fetch(name)).json()));
const app = document.querySelector(".stApp");
app.classList.toggle("dark", asked.get("theme") === "dark");
document.documentElement.dir = asked.get("dir") ?? "ltr";
if (asked.has("accent")) app.style.setProperty("--st-primary-color", `#${asked.get("accent")}`);

/** A turn by its name, with changes: each turn is told as what differs from `basis`. */
function turn(name, changes = {}) {
  const { like, ...own } = turns[name];
  return { ...(like ? turn(like) : {}), words, ...own, ...changes };
}

const harness = {
  sent: [], // every payload of the trigger, in order
  last: null,
  turn,
  show(name, changes = {}) {
    harness.last = turn(name, { seq: harness.last?.seq ?? 0, ...changes });
    return harness.draw(harness.last);
  },
  /** Confirm all presses so far with a turn. */
  answer(name, changes = {}) {
    const seq = Math.max(0, ...harness.sent.flatMap(({ presses }) => presses.map(({ n }) => n)));
    harness.show(name, { seq, ...changes });
  },
  /** Where a row stands in the page, however far it is scrolled. */
  place(option) {
    const { left, top, width, height } = document.querySelector(`[data-option="${option}"]`).getBoundingClientRect();
    return [left, top - document.querySelector(".talk").getBoundingClientRect().top, width, height];
  },
  chosen: () => [...document.querySelectorAll("[data-option]:has(:checked)")].map((row) => row.dataset.option),
  /** What is to be pressed and smaller than a finger; words in a sentence are not meant. */
  tooSmall() {
    const pressed = document.querySelectorAll(".talk :is(button, summary, label.talk-row, [type=search]):not(.talk-term)");
    return [...pressed].filter((one) => one.checkVisibility() && isSmall(one)).map((one) => one.outerHTML.slice(0, 90));
  },
  lowestRow: () => Math.min(...heights(document.querySelectorAll(".talk-row"))),
  smallestLetters() {
    const fields = document.querySelectorAll(".talk :is(input:not([type=checkbox]), textarea)");
    return Math.min(...[...fields].map((one) => parseFloat(getComputedStyle(one).fontSize)));
  },
  /** As a translator of the browser does: each text node gives way to an element with another text. */
  translate() {
    const walker = document.createTreeWalker(document.querySelector(".talk-main"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) text.replaceWith(Object.assign(document.createElement("font"), { textContent: "XX" }));
  },
  isTooWide() {
    const { scrollWidth, clientWidth } = document.querySelector(".stMain");
    return scrollWidth > clientWidth;
  },
  draw(data) {
    const parentElement = document.getElementById("mount");
    harness.leave = draw({ data: [structuredClone(data)], parentElement, setTriggerValue: send, key: "conversation" });
  },
};

const FINGER = 44;
const heights = (all) => [...all].map((one) => one.offsetHeight).filter((height) => height > 0);

function isSmall(one) {
  const { width, height } = one.getBoundingClientRect();
  return width < FINGER || height < FINGER;
}

function send(name, value) {
  harness.sent.push({ name, ...structuredClone(value) });
  if (asked.has("auto")) setTimeout(() => harness.answer(follows(value.presses.at(-1))), 300);
}

const AFTER = { start: "one", one: "long", long: "many", many: "longone", longone: "finished" };

function follows({ do: deed, question }) {
  if (deed === "answer") return AFTER[Object.keys(turns).find((name) => turns[name].question?.id === question)] ?? "finished";
  if (deed === "edit") return question ? "change" : "many";
  return deed === "restart" ? "start" : "many";
}

window.harness = harness;
harness.show(asked.get("turn") ?? "start");
document.body.dataset.ready = "";
