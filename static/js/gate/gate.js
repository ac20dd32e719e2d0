// The gate on a phone. Found by data-gate; without it, or on a phone that cannot do it, the page stays as it is.

import { answerScreen } from "./answer.js";
import { showBar } from "./bar.js";
import { Gate, prepare } from "./gate_state.js";
import { CLOSED, keepHours } from "./hours.js";
import { isOfTheLink, NoAnswer } from "./link.js";
import { moreScreen } from "./more.js";
import { dropWorker, makeReady } from "./offline.js";
import { hasDetector } from "./scanner.js";
import { part, screensOf } from "./screens.js";
import { Sender } from "./sender.js";
import { wakeSound } from "./sounds.js";
import { openStore, isPrepared } from "./store.js";
import { makeVault, openVault, SHORTEST_PASSPHRASE, WrongPassphrase } from "./vault.js";
import { waysOf } from "./ways.js";
import { wipeScreen, showMessage } from "./wipe_screen.js";
import { wipeExpired } from "./wiping.js";
import { fill, say, useWords, word } from "./words.js";

const CHECK_EXPIRY_MS = 60000;

const root = document.querySelector("[data-gate]");

function canWork() {
  const isModern = AbortSignal.timeout && Array.prototype.findLast && indexedDB.databases;
  return Boolean(window.isSecureContext && crypto.subtle && navigator.locks && isModern);
}

async function begin() {
  const config = JSON.parse(root.dataset.config);
  useWords(JSON.parse(root.dataset.words));
  const screens = screensOf(root);
  const over = (await wipeExpired(Date.now())).find((one) => one.slug === config.slug);
  if (over) return tellOver(screens, config, over);
  const store = (await isPrepared(config.slug)) ? await openStore(config.slug) : null;
  const setup = store && (await store.read("setup"));
  // The page that works without script says why it is closed; only a queue still has something to do.
  if (config.closed && config.csrf && !(setup && (await store.waitingCount()))) return undefined;
  const held = { store, sender: null };
  wipeScreen(root, screens, config, held);
  return setup ? unlocking(screens, config, held, setup) : preparing(screens, config, held);
}

async function tellOver(screens, config, { unsent }) {
  await dropWorker(config);
  const text = unsent ? word("wiped_unsent", unsent) : word("wiped_over");
  showMessage(screens, config, "wiped", text, { count: unsent });
}

// Runs `work` for each submit of a form, one at a time, with words on its button; it answers an error's words.
function onSubmit(form, busy, work) {
  const [button, error] = ["submit", "error"].map((name) => part(form, name));
  const idle = button.textContent;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    wakeSound();
    button.disabled = true;
    fill(button, word(busy));
    error.replaceChildren();
    try {
      await work(form.elements, error);
    } finally {
      button.disabled = false;
      button.textContent = idle;
    }
  });
}

function preparing(screens, config, held) {
  if (!config.csrf) {
    location.replace(config.urls.setup);
    return;
  }
  onSubmit(screens.get("prepare"), "preparing", async (fields, error) => {
    const passphrase = fields.passphrase.value;
    if (passphrase.trim().length < SHORTEST_PASSPHRASE) {
      say(error, "short_passphrase", { count: SHORTEST_PASSPHRASE });
      return;
    }
    held.store ||= await openStore(config.slug);
    try {
      const gate = await prepare(config, held.store, await makeVault(passphrase), fields.label.value.trim());
      fields.passphrase.value = "";
      await open(screens, gate, held);
    } catch (problem) {
      if (!isOfTheLink(problem)) throw problem;
      const isClosed = CLOSED.has(problem.why);
      const known = problem instanceof NoAnswer ? "needs_network" : "not_allowed";
      fill(error, word(isClosed ? `closed_${problem.why}` : known));
    }
  });
  screens.show("prepare");
}

async function unlocking(screens, config, held, setup) {
  const count = await held.store.waitingCount();
  const screen = screens.get("unlock");
  fill(part(screen, "event"), "%(title)s", { title: config.event.title });
  if (count) say(part(screen, "waiting"), "waiting", { count });
  onSubmit(screen, "opening", async (fields, error) => {
    try {
      const vault = await openVault(fields.passphrase.value, setup.wrapping);
      fields.passphrase.value = "";
      await open(screens, new Gate(config, held.store, vault, setup), held);
    } catch (problem) {
      if (!(problem instanceof WrongPassphrase)) throw problem;
      fill(error, word("wrong_passphrase"));
    }
  });
  screens.show("unlock");
}

// One tab holds the gate: two would each know half of what happened here.
function holdAlone(slug) {
  return new Promise((resolve) => {
    navigator.locks.request(`hamqadam-gate-${slug}`, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

async function open(screens, gate, held) {
  const { config } = gate;
  if (!(await holdAlone(config.slug))) return showMessage(screens, config, "elsewhere", word("elsewhere_text"));
  await gate.load();
  // Somebody who practises on the page without script goes on practising.
  if (config.csrf && config.practice) gate.ledger.practise(true);
  const sender = (held.sender = new Sender(gate));
  const answers = answerScreen(screens, gate);
  const ways = waysOf(root, screens, gate, sender, answers);
  const more = moreScreen(root, screens, gate, sender);
  showBar(root, gate, sender, () => screens.show("more"));
  screens.show("work");
  keepHours(screens, gate, () => {
    ways.stop();
    screens.show("more");
  });
  if (screens.shown === "work") ways.to("scan");
  watchExpiry(gate);
  keepSignedIn(gate, sender);
  more.setReady(await makeReady(config, !(await hasDetector())));
}

// On the server's own page the session is fresh: a dead token is replaced, and the queue goes with the new one.
async function keepSignedIn(gate, sender) {
  await sender.start();
  if (sender.state !== "ended" || !gate.config.csrf) return;
  try {
    await gate.enrolAgain();
  } catch (problem) {
    if (!isOfTheLink(problem)) throw problem;
    return;
  }
  await sender.hurry({ renew: true });
}

function watchExpiry(gate) {
  setInterval(() => {
    if (Date.parse(gate.setup.expires_at) <= Date.now() && !gate.ledger.waiting.length) location.reload();
  }, CHECK_EXPIRY_MS);
}

if (root && canWork()) begin();
