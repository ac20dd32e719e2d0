// Finds a pass by a name in either script, or by its code.

import { showFound } from "./found.js";
import { part } from "./screens.js";
import { fill, word } from "./words.js";

export function nameWay(panel, root, gate, { choose, ask }) {
  const field = panel.elements.search;
  const [found, nobody] = ["found", "nobody"].map((name) => part(panel, name));
  const hasDigit = (text) => /[0-9]/.test(gate.roster.digits(text));

  function draw() {
    const typed = field.value.trim();
    const rows = typed.length < 2 || hasDigit(typed) ? [] : gate.roster.named(typed);
    nobody.textContent = "";
    showFound(found, rows, root, gate, choose);
    return rows;
  }

  field.addEventListener("input", draw);
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = field.value.trim();
    const code = gate.roster.read(typed);
    // Five letters may be the end of a code or a name: names go first.
    const isCode = hasDigit(typed) || code.kind === "pass" || (code.kind === "end" && !gate.roster.named(typed).length);
    if (isCode) ask(typed);
    else if (typed && !draw().length) fill(nobody, word("nobody"));
  });
  gate.ledger.addEventListener("written", () => {
    field.value = "";
    draw();
  });
}
