// Wiping on demand: says what would be lost, and asks again while something waits to be sent.

import { dropWorker } from "./offline.js";
import { part } from "./screens.js";
import { forget } from "./store.js";
import { fill, say, word } from "./words.js";

// `held` has the store, and the sender once the gate is open.
export function wipeScreen(root, screens, config, held) {
  const screen = screens.get("wipe");
  const [words, sure, wipe] = ["unsent", "sure", "wipe"].map((name) => part(screen, name));
  const box = sure.querySelector("input");

  async function open() {
    const count = await held.store.waitingCount();
    box.checked = false;
    sure.hidden = count === 0;
    wipe.disabled = count > 0;
    words.replaceChildren();
    if (count) say(words, "unsent", { count });
    screens.show("wipe");
  }

  root.querySelectorAll("[data-open-wipe]").forEach((one) => one.addEventListener("click", open));
  box.addEventListener("change", () => (wipe.disabled = !box.checked));
  part(screen, "back").addEventListener("click", () => screens.back());
  wipe.addEventListener("click", async () => {
    wipe.disabled = true;
    held.sender?.stop();
    held.store.close();
    await forget(config.slug);
    await dropWorker(config);
    showMessage(screens, config, "wiped", word("wiped_sent"));
  });
}

export function showMessage(screens, config, titleKey, text, values) {
  const screen = screens.get("message");
  fill(part(screen, "title"), word(titleKey));
  fill(part(screen, "text"), text, values);
  const go = part(screen, "go");
  go.hidden = titleKey !== "wiped";
  go.href = config.urls.setup;
  screens.show("message");
}
