// The four ways in: camera, last four digits, name or code, walk-in.

import { lookUp, withRow } from "./admission.js";
import { cameraOf } from "./camera.js";
import { digitsWay } from "./digits.js";
import { showFound } from "./found.js";
import { nameWay } from "./name.js";
import { part } from "./screens.js";
import { walkInWay } from "./walk_in.js";

export function waysOf(root, screens, gate, sender, answers) {
  const work = screens.get("work");
  const panels = new Map([...work.querySelectorAll("[data-way]")].map((one) => [one.dataset.way, one]));
  const tabs = [...work.querySelectorAll("[data-to]")];
  const camera = cameraOf(panels.get("scan"), gate.config.scanner, (text) => ask(text));

  function give(answer) {
    return answer.tone === "ready" ? answers.ready(answer) : answers.show(answer);
  }

  const choose = (row) => give(withRow(gate, row));

  async function ask(typed) {
    // A party half asked is not interrupted by a code that wanders through the picture.
    if (screens.shown === "answer" && screens.get("answer").dataset.tone === "ask") return;
    const found = await lookUp(gate, sender, typed);
    if (found.kind !== "rows") return give(found);
    to("name");
    if (screens.shown !== "work") screens.show("work");
    showFound(part(panels.get("name"), "found"), found.rows, root, gate, choose);
  }

  function to(way) {
    panels.forEach((panel, its) => (panel.hidden = its !== way));
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.to === way)));
    if (way === "scan") camera.start();
    else camera.stop();
  }

  tabs.forEach((tab) => tab.addEventListener("click", () => to(tab.dataset.to)));
  digitsWay(panels.get("digits"), root, gate, choose);
  nameWay(panels.get("name"), root, gate, { choose, ask });
  walkInWay(panels.get("walk_in"), gate, answers);
  return { to, stop: camera.stop };
}
