// Finds a pass by the last four digits of its phone: four keys and one tap.

import { showFound } from "./found.js";
import { part } from "./screens.js";
import { fill, word } from "./words.js";

const NO_DIGITS = "––––";

export function digitsWay(panel, root, gate, choose) {
  const [shown, found, keys, again] = ["digits", "found", "keys", "again"].map((name) => part(panel, name));
  let typed = "";

  function draw() {
    shown.textContent = (typed + NO_DIGITS).slice(0, 4);
    const rows = typed.length === 4 ? gate.roster.withLastFour(typed) : [];
    keys.hidden = rows.length > 0;
    again.hidden = !keys.hidden;
    showFound(found, rows, root, gate, choose);
    if (typed.length === 4 && !rows.length) {
      const line = document.createElement("li");
      found.replaceChildren(fill(line, word("nobody_digits")));
    }
  }

  function press(key) {
    if (key === "clear") typed = "";
    else if (key === "back") typed = typed.slice(0, -1);
    else typed = typed.length === 4 ? key : typed + key;
    draw();
  }

  keys.addEventListener("click", (event) => event.target.value && press(event.target.value));
  again.addEventListener("click", () => press("clear"));
  document.addEventListener("keydown", (event) => {
    if (panel.hidden || panel.closest("[hidden]")) return;
    const digit = gate.roster.digits(event.key);
    if (/^[0-9]$/.test(digit)) press(digit);
    if (event.key === "Backspace") press("back");
  });
  gate.ledger.addEventListener("written", () => {
    typed = "";
    draw();
  });
}
