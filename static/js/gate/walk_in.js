// Lets in whoever has no registration: a name, how many, done.

import { isOverShare, walkIn } from "./admission.js";
import { part } from "./screens.js";
import { stepperOf } from "./stepper.js";
import { fill, say, word } from "./words.js";

// The server takes no more in one entry.
const MOST = 500;

export function walkInWay(panel, gate, answers) {
  const [over, error, submit] = ["over", "error", "submit"].map((name) => part(panel, name));
  const stepper = stepperOf(panel.querySelector("[data-stepper]"), draw);

  function draw(count = stepper.value) {
    const isOver = count > 0 && isOverShare(gate, count);
    over.textContent = isOver ? word("over_share") : "";
    error.textContent = "";
    if (isOver) fill(submit, word("let_in_over"));
    else say(submit, "let_in", { count: count > 0 ? count : 1 });
  }

  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = panel.elements.name.value.trim();
    const count = stepper.value;
    if (!name) return fill(error, word("no_name"));
    if (!(count > 0 && count <= MOST)) return say(error, "no_walk_in_number", { most: MOST });
    return answers.kept(async () => {
      const answer = await walkIn(gate, name, count);
      panel.elements.name.value = "";
      stepper.set(1);
      return answer;
    });
  });
  gate.ledger.addEventListener("written", () => draw());
  draw();
}
