// Puts a drawing into its place. On a map it keeps patterns and signs at the same size on every screen.

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".drawing") ?? parentElement.appendChild(document.createElement("div"));
  place.className = "drawing";
  for (const [basis, colour] of Object.entries(data.colours)) place.style.setProperty(`--${basis}`, colour);
  if (place.drawn !== data.drawing) place.innerHTML = place.drawn = data.drawing;
  const map = place.querySelector(".map");
  if (!map) return;
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
