// Keys for the suggestions under a search box: arrows go through them, Escape puts them away.
document.addEventListener("keydown", (event) => {
  const asking = event.target.closest(".asking");
  if (!asking) return;
  const list = asking.querySelector(".suggestions");
  const stops = [asking.querySelector("input[type=search]"), ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(event.target);
  if (event.key === "Escape" && list.children.length) {
    event.preventDefault();
    list.replaceChildren();
    stops[0].focus();
  } else if (step && at >= 0 && stops[at + step]) {
    event.preventDefault();
    stops[at + step].focus();
  }
});
