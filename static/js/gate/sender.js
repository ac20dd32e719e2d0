// Brings the queue home whenever the server can be reached, each entry once, however often it is sent.

import { CLOSED } from "./hours.js";
import { NoAnswer, NotAllowed, Refused } from "./link.js";

const MOST_AT_ONCE = 200;
const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60000;
const COUNT_EVERY_MS = 15000;
const RENEW_EVERY_MS = 60000;
// A batch is cut in two when the server cannot read it; one entry alone is set aside.
const UNREADABLE = new Set([400, 413, 422]);

export class Sender extends EventTarget {
  #gate;
  #timer = 0;
  #fails = 0;
  #renewedAt = 0;
  #running = null;
  #again = false;
  #isOver = false;

  constructor(gate) {
    super();
    this.#gate = gate;
    // "online" | "offline" | "ended" (the token is dead) | "early" (not before the day) | "over", "postponed", "cancelled" (the gate is closed) | "refused" (it answers, but not to us)
    this.state = navigator.onLine ? "online" : "offline";
    this.isBusy = false;
  }

  start() {
    window.addEventListener("online", () => this.hurry());
    window.addEventListener("offline", () => this.#tell("offline"));
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    this.#gate.ledger.addEventListener("change", () => this.#gate.ledger.waiting.length && this.#soon());
    return this.hurry();
  }

  // An entry was written: send it now, unless the network is known to fail.
  #soon() {
    if (this.#fails === 0 && this.state !== "ended") this.#wait(0);
  }

  #wait(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), milliseconds);
  }

  // Tries at once, whatever was waited for; resolves when the round is over.
  hurry({ renew = false } = {}) {
    if (renew) this.#renewedAt = 0;
    return this.run();
  }

  // For good: what the phone kept is gone.
  stop() {
    clearTimeout(this.#timer);
    this.#isOver = true;
  }

  async run() {
    clearTimeout(this.#timer);
    if (this.#isOver) return undefined;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds().finally(() => (this.#running = null));
    return this.#running;
  }

  async #rounds() {
    do {
      this.#again = false;
      await this.#round();
    } while (this.#again && this.state === "online");
    if (this.state === "ended" || this.#isOver) return;
    const pause = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** this.#fails);
    this.#wait(this.#fails ? pause * (0.5 + Math.random() / 2) : COUNT_EVERY_MS);
  }

  async #round() {
    this.isBusy = this.#gate.ledger.waiting.length > 0;
    this.#tell(this.state);
    try {
      await this.#sendAll();
      await this.#refresh();
      this.#fails = 0;
      this.isBusy = false;
      this.#tell("online");
    } catch (error) {
      if (this.#isOver) return;
      this.isBusy = false;
      this.#fails = Math.min(this.#fails + 1, 6);
      const state = stateOf(error);
      if (CLOSED.has(state)) await this.#gate.close(state);
      this.#tell(state);
    }
  }

  async #sendAll() {
    for (let waiting = this.#gate.ledger.waiting; waiting.length; waiting = this.#gate.ledger.waiting) {
      await this.#send(waiting.slice(0, MOST_AT_ONCE));
    }
  }

  async #send(entries) {
    let answer;
    try {
      answer = await this.#gate.link.sync(entries.map(asSent));
    } catch (error) {
      if (!(error instanceof Refused && UNREADABLE.has(error.status))) throw error;
      answer = await this.#apart(entries);
    }
    if (answer) await this.#keep(entries, answer);
  }

  async #apart(entries) {
    if (entries.length === 1) {
      const [{ client_id }] = entries;
      return { results: [{ client_id, outcome: "refused", counted: 0, message_key: "bad_entry" }] };
    }
    const half = Math.ceil(entries.length / 2);
    await this.#send(entries.slice(0, half));
    await this.#send(entries.slice(half));
    return null;
  }

  async #keep(entries, answer) {
    const told = new Set(answer.results.map((one) => one.client_id));
    // An answer that forgets all we sent would make us send for ever.
    if (!entries.some((entry) => told.has(entry.client_id))) throw new Refused(200);
    await this.#gate.keepAnswers(entries, answer);
    // What happened after the gate was closed stays here.
    if (answer.closed) throw new Refused(403, answer.closed);
  }

  async #refresh() {
    const isDue = Date.now() - this.#renewedAt > RENEW_EVERY_MS;
    if (isDue) {
      await this.#gate.renew();
      this.#renewedAt = Date.now();
    } else {
      this.#gate.useCount(await this.#gate.link.count());
    }
  }

  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

function asSent({ client_id, kind, code, count, name, reason, undoes, happened_at }) {
  return { client_id, kind, code, count, name, reason, undoes, happened_at, alone: true, practice: false };
}

function stateOf(error) {
  if (error instanceof NotAllowed) return "ended";
  if (error instanceof NoAnswer) return "offline";
  if (error.why === "practice_only") return "early";
  if (CLOSED.has(error.why)) return error.why;
  // A fault of ours must be seen, and must not stop the queue for ever.
  if (!(error instanceof Refused)) reportError(error);
  return "refused";
}
