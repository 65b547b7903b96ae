// The button that copies the link. Where the browser forbids it, the link stands in a field to be copied by hand.

function field(place, data) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  label.textContent = data["copy-by-hand"];
  input.readOnly = true;
  input.value = data.link;
  label.append(input);
  place.replaceChildren(label);
  input.select();
}

async function copy(place, data) {
  try {
    await navigator.clipboard.writeText(data.link);
    place.textContent = `${data.copied} ${data["link-hint"]}`;
  } catch {
    field(place, data);
  }
}

export default function ({ data, parentElement }) {
  let part = parentElement.querySelector(".copying");
  if (!part) {
    part = document.createElement("div");
    part.className = "copying";
    const button = document.createElement("button");
    button.type = "button";
    const place = document.createElement("div");
    place.setAttribute("role", "status");
    part.append(button, place);
    parentElement.append(part);
  }
  const [button, place] = part.children;
  button.textContent = data.copy;
  button.onclick = () => copy(place, data);
  if (part.dataset.link !== data.link) place.replaceChildren();
  part.dataset.link = data.link;
}
