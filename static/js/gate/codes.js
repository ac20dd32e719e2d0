// Reads what a camera or a finger gives: a pass, a child's slip, a part of a code, or something else.

const PASS = /^([A-Z]{2,4})-([0-9A-Z]{5})$/;
const SLIP = /^([0-9A-Z]{5})-([0-9]{3})$/;
const END = /^[0-9A-Z]{5}$/;
const PART = /^[0-9A-Z-]{3,8}$/;

// `digits` turns ۰-۹ and ٠-٩ into 0-9. Returns {kind: "pass"|"slip"|"end"|"part"|"strange", text}.
export function readCode(typed, digits) {
  const text = digits(typed).normalize("NFKC").trim().toUpperCase().replace(/[\s_–—−]+/g, "-");
  if (PASS.test(text)) return { kind: "pass", text };
  if (SLIP.test(text)) return { kind: "slip", text, end: text.slice(0, 5) };
  if (END.test(text)) return { kind: "end", text };
  // A code without its hyphen: LHE7K2QF.
  const joined = text.replace(/-/g, "");
  if (/^[A-Z]{2,4}[0-9A-Z]{5}$/.test(joined)) {
    return { kind: "pass", text: `${joined.slice(0, -5)}-${joined.slice(-5)}` };
  }
  if (PART.test(text)) return { kind: "part", text };
  return { kind: "strange", text: "" };
}
