// Puts the page's words together: no sentence stands in a script. Numbers and codes are isolated.

const PLACE = /%\((\w+)\)s/g;

let clock = null;
let known = {};

// `words` comes from the page: sentences with %(name)s, plurals as [one, many], 24 clock sentences.
export function useWords(words) {
  known = words;
  clock = new Intl.DateTimeFormat("en-US", { timeZone: words.time_zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" });
}

// `count` chooses between [one, many].
export function word(key, count) {
  const found = known[key];
  if (found === undefined) throw new Error(`no word for ${key}`);
  return Array.isArray(found) ? found[count === 1 ? 0 : 1] : found;
}

function isolated(value) {
  const box = document.createElement("bdi");
  box.textContent = value;
  // Names take their own direction; numbers, codes and times run from left to right.
  if (!/[^\p{N}\p{P}\p{Z}A-Z]/u.test(String(value))) {
    box.dir = "ltr";
    box.className = "num";
  }
  return box;
}

// Returns nodes: the sentence with each value in an isolate of its own. A value may be nodes already.
export function nodes(sentence, values = {}) {
  const made = [];
  let end = 0;
  for (const found of sentence.matchAll(PLACE)) {
    made.push(document.createTextNode(sentence.slice(end, found.index)));
    const value = values[found[1]];
    made.push(...(Array.isArray(value) ? value : [isolated(value)]));
    end = found.index + found[0].length;
  }
  made.push(document.createTextNode(sentence.slice(end)));
  return made;
}

export function fill(element, sentence, values) {
  element.replaceChildren(...nodes(sentence, values));
  return element;
}

export const say = (element, key, values = {}) => fill(element, word(key, values.count), values);

// Returns nodes: a moment (ISO 8601) as people say it in Pakistan, e.g. "9:12 AM".
export function timeNodes(moment) {
  const parts = Object.fromEntries(clock.formatToParts(new Date(moment)).map((one) => [one.type, one.value]));
  const hour = Number(parts.hour);
  return nodes(known.clock[hour], { time: `${hour % 12 || 12}:${parts.minute}` });
}
