// What may come in: pure, the same offline and online.

// Returns {verdict: "cancelled"|"waiting"|"offered"|"lapsed"|"not_valid"|"already_in"|"free", missing}.
export function judge(row, arrived) {
  const missing = Math.max(0, row.size - arrived);
  if (row.state !== "confirmed") {
    const known = ["cancelled", "waiting", "offered", "lapsed"];
    return { verdict: known.includes(row.state) ? row.state : "not_valid", missing };
  }
  return { verdict: missing ? "free" : "already_in", missing };
}

// Walk-ins this phone may let in by itself, with nobody to ask; more go in too, but flagged.
export function isWithinShare(share, letIn, count) {
  return share === null || letIn + count <= share;
}

// What an entry adds to the people inside: the phone's own word until the server has spoken.
export function effect(entry) {
  if (entry.result) return entry.result.counted;
  return entry.kind === "undo" ? -entry.count : entry.count;
}

const FINE = new Set(["in", "partly", "undone", "walk_in"]);

// What the organiser or the volunteer has to look at.
export const isTrouble = (result) => !FINE.has(result.outcome) || Boolean(result.conflict);
