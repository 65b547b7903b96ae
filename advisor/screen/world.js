// Puts the drawn map into its place, and keeps patterns and signs at the same size on every screen.

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".world") ?? parentElement.appendChild(document.createElement("div"));
  place.className = "world";
  for (const [basis, colour] of Object.entries(data.colours)) place.style.setProperty(`--${basis}`, colour);
  place.innerHTML = data.drawing;
  const map = place.querySelector("svg");
  const fit = () => {
    if (!map.clientWidth) return;
    const pixel = map.viewBox.baseVal.width / map.clientWidth;
    place.style.setProperty("--px", pixel * (map.clientWidth < 480 ? 0.75 : 1));
    for (const pattern of map.querySelectorAll("pattern")) pattern.setAttribute("patternTransform", `scale(${pixel})`);
  };
  const watcher = new ResizeObserver(fit);
  watcher.observe(map);
  return () => watcher.disconnect();
}
