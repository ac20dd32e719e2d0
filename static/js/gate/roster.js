// Who is expected, by code, by last four digits and by name; built from a snapshot.

import { readCode } from "./codes.js";
import { speller } from "./folding.js";

const MOST_FOUND = 8;

function startsEach(asked, words) {
  return asked.every((part) => words.some((word) => word.startsWith(part)));
}

export function buildRoster(snapshot) {
  const spell = speller(snapshot.folding);
  const byCode = new Map(snapshot.rows.map((row) => [row.code, row]));
  // Everybody a party can be asked for by, the leader first.
  const named = snapshot.rows.flatMap((row) =>
    [row, ...row.others].map((one) => [row, one.folded.split(" "), one.sound.split(" "), one.name]),
  );

  function endingWith(end) {
    return snapshot.rows.filter((row) => row.code.endsWith(`-${end}`));
  }

  return {
    snapshot,
    digits: spell.digits,
    row: (code) => byCode.get(code),
    read: (typed) => readCode(typed, spell.digits),
    endingWith,
    // A torn or half typed code: every pass that holds what is left of it.
    holding: (part) => snapshot.rows.filter((row) => row.code.includes(part)).slice(0, MOST_FOUND),
    withLastFour: (four) => snapshot.rows.filter((row) => row.last4 === four).slice(0, MOST_FOUND),
    // Names in either script; a beginning of each word is enough, the sound of whole words too.
    // Answers rows, each once; `said` is the name it was found by where that is not the leader's.
    named(typed) {
      const asked = spell.fold(typed).split(" ").filter(Boolean);
      const sounds = spell.nameKey(typed).split(" ").filter(Boolean);
      if (!asked.length) return [];
      const spelt = named.filter(([, words]) => startsEach(asked, words));
      const heard = named.filter(([, , keys]) => sounds.length && sounds.every((part) => keys.includes(part)));
      const found = new Map();
      [...spelt, ...heard].forEach(([row, , , name]) => found.has(row) || found.set(row, name));
      return [...found].slice(0, MOST_FOUND).map(([row, name]) => (name === row.name ? row : { ...row, said: name }));
    },
  };
}
