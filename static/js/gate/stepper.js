// How many people: two large buttons, and a field that takes ۰-۹ as well.

const LATIN = "0123456789";
const OTHERS = ["۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"];

function numberOf(typed) {
  const plain = Array.from(typed.trim(), (char) => {
    const found = OTHERS.map((digits) => digits.indexOf(char)).find((place) => place >= 0);
    return found === undefined ? char : LATIN[found];
  }).join("");
  return /^[0-9]{1,4}$/.test(plain) ? Number(plain) : NaN;
}

// Returns {value, set(number, most)}; `changed` is told the number, or NaN when it is none.
export function stepperOf(root, changed = () => {}) {
  const field = root.querySelector("input");
  let most = Infinity;
  const value = () => numberOf(field.value);
  function set(number, limit = most) {
    most = limit;
    field.value = String(number);
    changed(number);
  }
  root.querySelectorAll("[data-step]").forEach((button) => {
    button.addEventListener("click", () => {
      const next = (value() || 0) + Number(button.dataset.step);
      set(Math.min(Math.max(1, next), most));
    });
  });
  field.addEventListener("input", () => changed(value()));
  field.addEventListener("focus", () => field.select());
  return {
    get value() {
      return value();
    },
    set,
  };
}
