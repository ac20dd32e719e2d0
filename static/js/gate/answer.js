// Shows the answer to one pass, asks how many of a party are here, and takes back.

import { admit, takeBack } from "./admission.js";
import { part } from "./screens.js";
import { play } from "./sounds.js";
import { StorageFull } from "./store.js";
import { stepperOf } from "./stepper.js";
import { fill, nodes, say, timeNodes, word } from "./words.js";

const TONE_WORDS = { in: "in", already: "already", no: "no", ask: "ask", undone: "undone" };
const SAID_BY_TONE = new Set(["in", "already_in", "how_many", "undone"]);

export function answerScreen(screens, gate) {
  const screen = screens.get("answer");
  const [reasons, undo, party] = ["reasons", "undo", "party"].map((name) => part(screen, name));
  let shown = null;

  const stepper = stepperOf(party, (count) => {
    part(screen, "party-error").textContent = "";
    if (count > 0) say(part(screen, "party-go"), "let_in", { count });
  });

  function who({ row, name, count }) {
    const known = row ? row.said || row.name : name;
    if (!known) return [];
    const people = row && row.size > 1 ? row.size : count;
    return [...nodes("%(name)s", { name: known }), ...(people > 1 ? [" · ", ...nodes(word("people", people), { count: people })] : [])];
  }

  function details({ key, row, arrived, last, since }) {
    const lines = [];
    const line = (...inside) => lines.push(inside);
    if (row && row.said) line(...nodes(word("party_of"), { name: row.name }));
    if (row) line(...nodes("%(code)s", { code: row.code }));
    if (row && row.size > 1 && arrived !== undefined) line(...nodes(word("party", row.size), { arrived, count: row.size }));
    if (last) line(...nodes(word("at_gate"), { gate: last.gate, at: timeNodes(last.at) }));
    if (key === "already_in") line(...nodes(word("copy")));
    else if (!SAID_BY_TONE.has(key) && key !== "partly") {
      const spoken = key === "waiting" ? "waiting_list" : key;
      line(...nodes(word(spoken), { since: since ? timeNodes(since) : "" }));
    }
    return lines.map((inside) => {
      const box = document.createElement("span");
      box.append(...inside);
      return box;
    });
  }

  function show(answer) {
    shown = answer;
    screen.dataset.tone = answer.tone;
    screen.dataset.key = answer.key;
    fill(part(screen, "word"), word(TONE_WORDS[answer.tone]));
    part(screen, "who").replaceChildren(...who(answer));
    part(screen, "detail").replaceChildren(...details(answer));
    part(screen, "practice").hidden = !gate.ledger.isPractice;
    party.hidden = answer.tone !== "ask";
    if (answer.tone === "ask") stepper.set(answer.missing, answer.missing);
    undo.hidden = !(answer.entry || (answer.key === "already_in" && answer.arrived > 0));
    reasons.hidden = true;
    screens.show("answer");
    part(screen, answer.tone === "ask" ? "party-go" : "next").focus({ preventScroll: true });
    play(answer.tone);
  }

  // Says plainly when the phone could not keep it: nobody was counted.
  async function kept(work) {
    try {
      show(await work());
    } catch (error) {
      show({ tone: "no", key: error instanceof StorageFull ? "full_phone" : "not_kept", row: shown?.row });
      if (!(error instanceof DOMException || error instanceof StorageFull)) throw error;
    }
  }

  const letIn = (row, count, slip) => kept(() => admit(gate, row, count, slip));

  party.addEventListener("submit", (event) => {
    event.preventDefault();
    const count = stepper.value;
    const error = part(screen, "party-error");
    if (!(count > 0)) return fill(error, word("no_number"));
    if (count > shown.missing) return say(error, "few_missing", { count: shown.missing });
    return letIn(shown.row, count);
  });
  undo.addEventListener("click", () => {
    reasons.hidden = false;
    undo.hidden = true;
  });
  reasons.addEventListener("click", (event) => {
    const { reason } = event.target.dataset;
    if (reason) kept(() => takeBack(gate, shown, reason));
  });
  part(screen, "next").addEventListener("click", () => screens.show("work"));

  return { show, kept, ready: ({ row, count, slip }) => letIn(row, count, slip) };
}
