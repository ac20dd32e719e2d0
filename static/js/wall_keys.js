// Names for the wall by keyboard: A shows the first one, R refuses it, U takes the last one back.
const names = document.querySelector("[data-wall-names]");
const hint = document.querySelector("[data-wall-keys]");

if (hint) {
  hint.hidden = false;
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
    return;
  }
  const key = event.key.toLowerCase();
  const undo = document.querySelector(".desk-done button");
  const first = names?.querySelector("li");
  const button = key === "u" ? undo : first?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  button?.click();
});
