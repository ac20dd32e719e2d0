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
  const named = snapshot.rows.map((row) => [row, row.folded.split(" "), row.sound.split(" ")]);

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
    named(typed) {
      const asked = spell.fold(typed).split(" ").filter(Boolean);
      const sounds = spell.nameKey(typed).split(" ").filter(Boolean);
      if (!asked.length) return [];
      const spelt = named.filter(([, words]) => startsEach(asked, words));
      const heard = named.filter(([, , keys]) => sounds.length && sounds.every((part) => keys.includes(part)));
      return [...new Set([...spelt, ...heard].map(([row]) => row))].slice(0, MOST_FOUND);
    },
  };
}
