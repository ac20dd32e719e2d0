// What stands behind the bar: the network, the queue, what has to be looked at, practice, sound.

import { copyOf, part } from "./screens.js";
import { sound } from "./sounds.js";
import { fill, nodes, say, timeNodes, word } from "./words.js";

export function moreScreen(root, screens, gate, sender) {
  const screen = screens.get("more");
  const [send, practice, signIn] = ["send", "practice", "sign-in"].map((name) => part(screen, name));
  const status = { isReady: false };

  function trouble(one) {
    const item = copyOf(root, "trouble");
    const people = one.count > 1 ? [" · ", ...nodes(word("people", one.count), { count: one.count })] : [];
    const name = one.name ? nodes("%(name)s", { name: one.name }) : [];
    const code = one.code ? [" · ", ...nodes("%(code)s", { code: one.code })] : [];
    part(item, "who").append(...name, ...code, ...people);
    const conflict = one.conflict || {};
    const place = (seen) => (seen ? nodes(word("at_gate"), { gate: seen.gate, at: timeNodes(seen.at) }) : []);
    const here = conflict.this || { gate: one.gate, at: one.at };
    const known = conflict.kind && conflict.first ? conflict.kind : null;
    const key = known || (conflict.kind && conflict.kind !== "twice" ? conflict.kind : "not_taken");
    part(item, "what").append(...nodes(word(key), { first: place(conflict.first), this: place(here) }));
    return item;
  }

  function draw() {
    const waiting = gate.ledger.waiting.length;
    const isOnline = sender.state === "online";
    const network = { online: "online", offline: "offline", ended: "signed_out_long", early: "early", refused: "refused" };
    part(screen, "network").hidden = !network[sender.state];
    if (network[sender.state]) fill(part(screen, "network"), word(network[sender.state]));
    if (waiting) say(part(screen, "queue"), "waiting", { count: waiting });
    else fill(part(screen, "queue"), word("queue_empty"));
    fill(part(screen, "ready"), word(status.isReady ? "ready" : "getting_ready"));
    const since = timeNodes(gate.snapshot.taken_at);
    fill(part(screen, "unknown"), word(isOnline ? "as_of_online" : "as_of"), { since });
    signIn.hidden = sender.state !== "ended";
    signIn.href = gate.config.urls.setup;
    send.hidden = sender.state === "ended";
    part(screen, "troubles").hidden = !gate.troubles.length;
    say(part(screen, "troubles-title"), "conflicts", { count: gate.troubles.length });
    part(screen, "troubles-list").replaceChildren(...gate.troubles.map(trouble));
  }

  send.addEventListener("click", () => sender.hurry({ renew: true }));
  practice.checked = gate.ledger.isPractice;
  practice.addEventListener("change", () => gate.ledger.practise(practice.checked));
  part(screen, "sound").addEventListener("change", (event) => (sound.isOn = event.target.checked));
  part(screen, "back").addEventListener("click", () => screens.show("work"));
  gate.addEventListener("change", draw);
  sender.addEventListener("change", draw);
  draw();
  return {
    setReady(isReady) {
      status.isReady = isReady;
      root.dataset.ready = String(isReady);
      draw();
    },
  };
}
