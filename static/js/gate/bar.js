// The line that never leaves the screen: how many are in, the network, what waits, practice.

import { part } from "./screens.js";
import { fill, nodes, say, word } from "./words.js";

function stateWords(gate, sender) {
  const waiting = gate.ledger.waiting.length;
  const troubles = gate.troubles.length;
  const states = { online: "online", offline: "offline", ended: "signed_out", early: "early_short", refused: "offline" };
  ["over", "postponed", "cancelled"].forEach((one) => (states[one] = "closed_short"));
  const state = sender.isBusy && sender.state === "online" ? "sending" : states[sender.state];
  const said = [nodes(word(state))];
  if (waiting) said.push(nodes(word("waiting", waiting), { count: waiting }));
  if (troubles) said.push(nodes(word("conflicts", troubles), { count: troubles }));
  return said;
}

export function showBar(root, gate, sender, openMore) {
  const bar = root.querySelector("[data-bar]");
  const state = part(bar, "state");
  state.addEventListener("click", openMore);
  fill(part(bar, "where"), "%(gate)s · %(event)s", { gate: gate.device.label, event: gate.config.event.title });

  function draw() {
    part(bar, "inside").textContent = gate.inside;
    say(part(bar, "expected"), "expected", { expected: gate.count.expected });
    const lines = stateWords(gate, sender).map((line) => {
      const box = document.createElement("span");
      box.append(...line);
      return box;
    });
    state.replaceChildren(...lines);
    state.dataset.state = sender.state;
    root.dataset.waiting = gate.ledger.waiting.length;
    part(bar, "practice").hidden = !gate.ledger.isPractice;
    root.classList.toggle("gate--practice", gate.ledger.isPractice);
  }

  gate.addEventListener("change", draw);
  sender.addEventListener("change", draw);
  draw();
}
