// The opened gate: who is expected, what happened here, and what the server last said.

import { phaseAt } from "./hours.js";
import { Ledger } from "./ledger.js";
import { enrol, linkOf } from "./link.js";
import { buildRoster } from "./roster.js";
import { effect, isTrouble } from "./rules.js";

const CLOCKS_DIFFER_MS = 300000;

export class Gate extends EventTarget {
  constructor(config, store, vault, setup) {
    super();
    Object.assign(this, { config, store, vault, setup, troubles: [], link: null });
  }

  // Reads everything back; throws OperationError when a record was tampered with.
  async load() {
    const names = ["token", "snapshot", "troubles", "closed"];
    const [device, snapshot, troubles, closed] = await Promise.all(names.map((name) => this.#read(name)));
    this.device = device;
    this.link = linkOf(this.config.urls, device.token);
    this.troubles = troubles || [];
    this.closedBy = closed || "";
    this.ledger = new Ledger(this.store, this.vault, device.label, () => this.now());
    await this.ledger.load();
    this.ledger.addEventListener("change", () => this.#changed());
    this.#use(snapshot);
  }

  async #read(name) {
    const record = await this.store.read(name);
    return record && this.vault.open(record.sealed, name);
  }

  async #record(name, value) {
    return { name, sealed: await this.vault.seal(value, name) };
  }

  #use(snapshot) {
    this.roster = buildRoster(snapshot);
    this.count = { ...snapshot.event, seen: new Set() };
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  get snapshot() {
    return this.roster.snapshot;
  }

  // Milliseconds by the server's clock, as this phone last heard it.
  now() {
    return Date.now() - (this.snapshot.ahead_ms || 0);
  }

  // "practice" | "open" | "over" | "postponed" | "cancelled": by the kept hours, unless the server said more.
  get phase() {
    return this.closedBy || phaseAt(this.snapshot.hours, this.now());
  }

  // The server says that this gate is closed: kept, so that a phone opened without a network knows it.
  async close(why) {
    if (this.closedBy === why) return;
    this.closedBy = why;
    await this.store.put(await this.#record("closed", why));
    this.#changed();
  }

  // Everybody inside as far as this phone knows: the server's count and what it has not counted yet.
  get inside() {
    const unseen = [...this.ledger.entries, ...this.ledger.practised].filter((entry) => !this.count.seen.has(entry.client_id));
    return unseen.reduce((sum, entry) => sum + effect(entry), this.count.arrived);
  }

  get walkedIn() {
    return (this.snapshot.walked_in || 0) + this.ledger.walkedIn;
  }

  // Signs this phone in again with the page's session; the queue goes with the new token.
  async enrolAgain() {
    this.device = await enrol(this.config.urls, this.config.csrf, this.device.label);
    this.setup = { ...this.setup, expires_at: this.device.expires_at };
    await this.store.put(this.setup, await this.#record("token", this.device));
    this.link = linkOf(this.config.urls, this.device.token);
  }

  useCount(event) {
    const sent = this.ledger.entries.filter((entry) => entry.state === "sent");
    this.count = { ...this.count, arrived: event.arrived, expected: event.expected, seen: new Set(sent.map((one) => one.client_id)) };
    this.#changed();
  }

  async keepAnswers(entries, answer) {
    const results = new Map(answer.results.map((one) => [one.client_id, one]));
    const found = entries.filter((entry) => results.has(entry.client_id) && isTrouble(results.get(entry.client_id)));
    const told = found.map((entry) => this.#trouble(entry, results.get(entry.client_id)));
    const troubles = [...this.troubles, ...told];
    await this.ledger.keepAnswers(results, told.length ? await this.#record("troubles", troubles) : null);
    this.troubles = troubles;
    if (answer.event) this.useCount(answer.event);
  }

  #trouble(entry, result) {
    const row = this.roster.row(entry.code);
    const { code, kind, count, happened_at: at } = entry;
    const { outcome, conflict, message_key: key } = result;
    return { code, kind, count, at, outcome, conflict, key, name: row ? row.name : entry.name, gate: this.device.label };
  }

  // Fetches who is expected now, unless nothing changed.
  async renew() {
    const seen = this.ledger.entries.filter((entry) => entry.state === "sent");
    const fresh = await this.link.snapshot(seen.length ? null : this.snapshot.tag);
    // Who is sent a list may count: the event takes place after all.
    if (this.closedBy) await this.close("");
    if (!fresh) {
      // Nothing changed: what we have is as good as new.
      this.snapshot.taken_at = new Date().toISOString();
      this.#changed();
      return;
    }
    const walkedIn = seen.filter((entry) => entry.is_walk_in).reduce((sum, entry) => sum + effect(entry), 0);
    const snapshot = { ...kept(fresh), walked_in: (this.snapshot.walked_in || 0) + walkedIn };
    await this.ledger.renew(await this.#record("snapshot", snapshot), seen);
    this.#use(snapshot);
  }
}

// What is kept of a list: with it how far this phone's clock is wrong. A few minutes may be the network's.
function kept({ body, tag }) {
  const ahead = Date.now() - Date.parse(body.taken_at);
  return { ...body, tag, ahead_ms: Math.abs(ahead) > CLOCKS_DIFFER_MS ? ahead : 0 };
}

// Prepares this phone: makes it known, fetches who is expected, and seals both.
export async function prepare(config, store, { vault, wrapping }, label) {
  const device = await enrol(config.urls, config.csrf, label);
  const fresh = await linkOf(config.urls, device.token).snapshot(null);
  const setup = { name: "setup", wrapping, expires_at: device.expires_at };
  const sealed = async (name, value) => ({ name, sealed: await vault.seal(value, name) });
  await store.put(setup, await sealed("token", device), await sealed("snapshot", kept(fresh)));
  return new Gate(config, store, vault, setup);
}
