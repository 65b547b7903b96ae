// Puts a drawing into its place. On a map it keeps patterns and signs at the same size on every screen.

function fit(place) {
  const map = place.querySelector(".map");
  if (!map?.clientWidth) return;
  const pixel = map.viewBox.baseVal.width / map.clientWidth;
  place.style.setProperty("--px", pixel * (map.clientWidth < 480 ? 0.75 : 1));
  for (const pattern of map.querySelectorAll("pattern")) pattern.setAttribute("patternTransform", `scale(${pixel})`);
}

function newPlace(parent) {
  const place = parent.appendChild(document.createElement("div"));
  place.className = "drawing";
  new ResizeObserver(() => fit(place)).observe(place);
  return place;
}

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".drawing") ?? newPlace(parentElement);
  if (place.drawn === data.drawing) return;
  place.innerHTML = place.drawn = data.drawing;
  fit(place);
}
