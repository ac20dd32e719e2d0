// Lets people in: looks a code up, asks the rules, writes it down. Answers what the screen shall say.

import { isWithinShare, judge } from "./rules.js";

// What was scanned or typed is {kind: "rows", rows} to choose from, or an answer (see below).
//
// An answer: {tone: "in"|"already"|"no"|"ask", key, row?, count?, missing?, last?, entry?, since?}
// where `key` names its word and "ask" means: how many of `missing`?

export async function lookUp(gate, sender, typed) {
  const found = search(gate, typed);
  if (!found.isUnknown || sender.state !== "online") return found;
  // Somebody may have registered since the last look.
  await Promise.race([sender.hurry({ renew: true }), new Promise((resolve) => setTimeout(resolve, 4000))]);
  const again = search(gate, typed);
  return again.isUnknown && sender.state === "online" ? { tone: "no", key: "other_event", code: again.code } : again;
}

function search(gate, typed) {
  const { roster } = gate;
  const code = roster.read(typed);
  if (code.kind === "strange") return { tone: "no", key: "strange" };
  if (code.kind === "part") {
    const rows = roster.holding(code.text);
    return rows.length ? { kind: "rows", rows } : { tone: "no", key: "torn" };
  }
  const rows = code.kind === "pass" ? [roster.row(code.text)].filter(Boolean) : roster.endingWith(code.end || code.text);
  if (!rows.length) return { tone: "no", key: "unknown", isUnknown: true, code: code.text, since: gate.snapshot.taken_at };
  if (rows.length > 1) return { kind: "rows", rows };
  return code.kind === "slip" ? withSlip(gate, rows[0], code.text) : withRow(gate, rows[0]);
}

function withSlip(gate, row, slip) {
  const { arrived, last } = gate.ledger.of(row);
  if (gate.ledger.hasSlip(slip)) return { tone: "already", key: "slip_used", row, count: row.size, arrived, last };
  const answer = withRow(gate, row);
  return answer.tone === "ask" ? { ...answer, tone: "ready", slip, count: 1 } : answer;
}

// "ready": one person, nothing to ask; "ask": how many of them are here.
export function withRow(gate, row) {
  const { arrived, last } = gate.ledger.of(row);
  const { verdict, missing } = judge(row, arrived);
  if (verdict === "already_in") return { tone: "already", key: "already_in", row, count: row.size, arrived, last };
  if (verdict !== "free") return { tone: "no", key: verdict, row };
  if (row.size === 1) return { tone: "ready", row, count: 1 };
  return { tone: "ask", key: "how_many", row, missing, arrived };
}

export async function admit(gate, row, count, slip) {
  const entry = await gate.ledger.write({ kind: "arrival", code: row.code, count, ...(slip && { slip }) });
  const { arrived } = gate.ledger.of(row);
  return { tone: "in", key: arrived < row.size ? "partly" : "in", row, count, arrived, entry, missing: row.size - arrived };
}

export const isOverShare = (gate, count) => !isWithinShare(gate.snapshot.capacity_share, gate.walkedIn, count);

export async function walkIn(gate, name, count) {
  const isFlagged = isOverShare(gate, count);
  const entry = await gate.ledger.write({ kind: "walk_in", name, count, is_walk_in: true });
  return { tone: "in", key: isFlagged ? "walk_in_over" : "walk_in", count, name, entry };
}

export async function takeBack(gate, answer, reason) {
  const { entry, row } = answer;
  const what = entry
    ? { kind: "undo", undoes: entry.client_id, count: entry.count, is_walk_in: entry.is_walk_in, slip: entry.slip }
    : { kind: "undo", count: answer.last?.count ?? answer.arrived };
  await gate.ledger.write({ ...what, code: row && row.code, reason });
  return { tone: "undone", key: "undone", row, name: answer.name, count: what.count };
}
