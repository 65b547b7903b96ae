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
  draw(data) {
    const parentElement = document.getElementById("mount");
    harness.leave = draw({ data: structuredClone(data), parentElement, setTriggerValue: send, key: "conversation" });
  },
};

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
