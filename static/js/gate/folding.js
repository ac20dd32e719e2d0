// Finds names however they are spelt: the site's own folding and name keys, from its tables.
// The tables come with the snapshot (urdu/tables.py); patterns are Python's.

const LETTER = "[\\p{L}\\p{N}_]";
const EDGE = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

// In Python \w and \b know every script; here they have to be spelt out.
function pattern(source) {
  const spelt = source
    .replace(/\[\\W_\\d\]/g, "[^\\p{L}\\p{Nl}\\p{No}]")
    .replace(/\[\\W_\]/g, "[^\\p{L}\\p{N}]")
    .replace(/\\w/g, LETTER)
    .replace(/\\b/g, EDGE);
  return new RegExp(spelt, "gu");
}

const rules = (pairs) =>
  pairs.map(([source, put]) => [pattern(source), put.replace(/\\(\d)/g, "$$$1")]);

const apply = (known, text) =>
  known.reduce((left, [found, put]) => left.replace(found, put), text);

const translate = (table, text) =>
  Array.from(text, (char) => (char in table ? table[char] : char)).join("");

// The one letter whose lower case is longer; the rest of case folding changes no name we can meet.
const lower = (text) => text.toLowerCase().replace(/ß/g, "ss");

const composed = (text) => lower(text.normalize("NFKC")).normalize("NFKC");

const withoutMarks = (text) => text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "");

function folder(tables) {
  const known = tables.fold;
  const apostrophes = pattern(known.apostrophes);
  const notWord = pattern(known.not_word);
  const cluster = pattern(known.s_cluster);
  const respelt = pattern(known.respelt_word);
  return function fold(text) {
    const bare = withoutMarks(translate(known.alike, composed(text)).normalize("NFD"));
    const plain = translate(tables.digits, bare).replace(apostrophes, "");
    return plain
      .replace(notWord, " ")
      .trim()
      .replace(cluster, "س")
      .replace(respelt, (word) => known.respelt[word]);
  };
}

function keyMaker(tables, fold) {
  const known = tables.sound;
  const [joints, urdu, roman] = [rules(known.joints), rules(known.urdu), rules(known.roman)];
  const apart = known.apart_roman.map(([key, source]) => [key, new RegExp(`^(?:${source})$`, "u")]);
  const [dagger, apostrophes, notWord] = [known.dagger, known.apostrophes, known.not_word].map(pattern);

  function words(text) {
    const heard = translate(known.same, composed(text)).replace(dagger, "ا").replace(apostrophes, "");
    return withoutMarks(heard).replace(notWord, " ").trim();
  }

  function romanKey(word) {
    const settled = apart.find(([, whole]) => whole.test(word));
    return settled ? settled[0] : apply(roman, word).replace(/[^\p{L}]/gu, "").toLowerCase();
  }

  function wordKey(word) {
    const spelt = fold(word);
    if (spelt in known.apart_urdu) return known.apart_urdu[spelt];
    if (/^\p{ASCII}*$/u.test(spelt)) return romanKey(spelt);
    const sounds = apply(urdu, known.respelt[spelt] || word);
    const heard = Array.from(sounds).filter((char) => char in known.consonants || "AIUYWXQC".includes(char));
    return heard.map((char) => known.consonants[char] || char).join("").toLowerCase();
  }

  return function nameKey(text) {
    const parts = apply(joints, words(text)).split(" ").filter(Boolean);
    return parts.map((word) => wordKey(word.slice(0, known.longest))).filter(Boolean).join(" ");
  };
}

// Returns {fold, nameKey, digits}: the same answers as urdu.folding.fold, urdu.romanisation.name_key
// and urdu.digits.to_latin_digits.
export function speller(tables) {
  const fold = folder(tables);
  return { fold, nameKey: keyMaker(tables, fold), digits: (text) => translate(tables.digits, text) };
}
