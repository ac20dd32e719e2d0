// One screen at a time; the page that works without script shows beside the first one only.

const BESIDE_PLAIN = new Set(["prepare"]);
const WITHOUT_BAR = new Set(["prepare", "unlock", "wipe", "message"]);

export const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

export function screensOf(root) {
  const screens = new Map([...root.querySelectorAll("[data-screen]")].map((one) => [one.dataset.screen, one]));
  const plain = document.querySelectorAll("[data-gate-plain]");
  let before = "";
  return {
    get: (name) => screens.get(name),
    get shown() {
      return root.dataset.shown;
    },
    show(name) {
      before = root.dataset.shown === name ? before : root.dataset.shown || "";
      screens.forEach((screen, its) => (screen.hidden = its !== name));
      plain.forEach((one) => (one.hidden = !BESIDE_PLAIN.has(name)));
      root.querySelector("[data-bar]").hidden = WITHOUT_BAR.has(name);
      root.hidden = false;
      root.dataset.shown = name;
      window.scrollTo(0, 0);
    },
    back() {
      this.show(before || "work");
    },
  };
}

export function copyOf(root, name) {
  const template = root.querySelector(`[data-template="${name}"]`);
  return template.content.firstElementChild.cloneNode(true);
}
