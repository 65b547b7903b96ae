// Says a sentence to screen readers. The region stands empty before it is filled, so that the first sentence is heard,
// and one that is said again is heard again.

const PAUSE = 80; // milliseconds, or browsers take it for one change

/** @type {string[]} */
let sentences = [];

export function speak(text) {
  if (!text) return;
  if (!sentences.length) {
    region().replaceChildren();
    setTimeout(fill, PAUSE);
  }
  sentences.push(text);
}

function fill() {
  const said = sentences.map((text) => {
    const line = document.createElement("p");
    line.append(text);
    return line;
  });
  sentences = [];
  region().replaceChildren(...said);
}

// The same node for all pages; whoever comes first makes it.
function region() {
  const known = document.getElementById("advisor-live");
  if (known) return known;
  const made = document.createElement("div");
  made.id = "advisor-live";
  made.setAttribute("role", "status");
  made.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.body.append(made);
  return made;
}

/** Have the region stand there before anything is said. */
export const prepare = () => void region();
