// When this gate counts: it practises before the event's day, counts on it, and is closed afterwards.

import { part } from "./screens.js";
import { fill, word } from "./words.js";

const LOOK_EVERY_MS = 15000;
// What the server says of an event that is over or called off.
export const CLOSED = new Set(["over", "postponed", "cancelled"]);

// `hours` are moments (ISO 8601) or null while the event has no day. Returns "practice", "open" or "over".
export function phaseAt(hours, now) {
  if (!hours.opens_at || now < Date.parse(hours.opens_at)) return "practice";
  return now < Date.parse(hours.closes_at) ? "open" : "over";
}

// Keeps the screens to the hours; `openMore` shows what a closed gate still has: its queue, and wiping.
export function keepHours(screens, gate, openMore) {
  const more = screens.get("more");
  const [closed, practice, toPage, back] = ["closed", "practice", "to-page", "back"].map((name) => part(more, name));
  let last = "";

  function look() {
    const { phase } = gate;
    if (phase === last) return;
    const before = last;
    last = phase;
    const isClosed = CLOSED.has(phase);
    if (phase === "practice") gate.ledger.practise(true);
    else if (before === "practice") gate.ledger.practise(false);
    practice.checked = gate.ledger.isPractice;
    practice.disabled = phase === "practice";
    practice.closest("label").hidden = back.hidden = isClosed;
    toPage.hidden = !isClosed;
    const early = phase === "practice" ? word("early") : "";
    fill(closed, isClosed ? word(`closed_${phase}`) : early);
    if (isClosed) openMore();
    else if (CLOSED.has(before)) screens.show("work");
  }

  toPage.href = gate.config.urls.setup;
  gate.addEventListener("change", look);
  setInterval(look, LOOK_EVERY_MS);
  look();
}
