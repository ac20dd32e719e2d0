// People found by digits, name or code: large buttons, one tap each.

import { judge } from "./rules.js";
import { copyOf, part } from "./screens.js";
import { fill, nodes, say, word } from "./words.js";

export function showFound(list, rows, root, gate, choose) {
  list.replaceChildren(...rows.map((row) => person(row, root, gate, choose)));
}

function person(row, root, gate, choose) {
  const item = copyOf(root, "person");
  const { arrived } = gate.ledger.of(row);
  const { verdict } = judge(row, arrived);
  fill(part(item, "name"), "%(name)s", { name: row.said || row.name });
  if (row.said) fill(part(item, "party"), word("party_of"), { name: row.name });
  part(item, "party").hidden = !row.said;
  part(item, "code").textContent = row.code;
  say(part(item, "people"), "people", { count: row.size });
  const state = part(item, "state");
  state.dataset.tone = verdict === "free" ? "free" : verdict === "already_in" ? "already" : "no";
  if (verdict === "already_in") fill(state, word("already"));
  else if (verdict !== "free") fill(state, word("no"));
  else if (arrived) state.append(...nodes(word("party", row.size), { arrived, count: row.size }));
  item.querySelector("button").addEventListener("click", () => choose(row));
  return item;
}
