// The opened gate: who is expected, what happened here, and what the server last said.

import { Ledger } from "./ledger.js";
import { enrol, linkOf } from "./link.js";
import { buildRoster } from "./roster.js";
import { effect, isTrouble } from "./rules.js";

export class Gate extends EventTarget {
  constructor(config, store, vault, setup) {
    super();
    Object.assign(this, { config, store, vault, setup, troubles: [], link: null });
  }

  // Reads everything back; throws OperationError when a record was tampered with.
  async load() {
    const [device, snapshot, troubles] = await Promise.all(["token", "snapshot", "troubles"].map((name) => this.#read(name)));
    this.device = device;
    this.link = linkOf(this.config.urls, device.token);
    this.troubles = troubles || [];
    this.ledger = new Ledger(this.store, this.vault, device.label);
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
    if (!fresh) {
      // Nothing changed: what we have is as good as new.
      this.snapshot.taken_at = new Date().toISOString();
      this.#changed();
      return;
    }
    const walkedIn = seen.filter((entry) => entry.is_walk_in).reduce((sum, entry) => sum + effect(entry), 0);
    const snapshot = { ...fresh.body, tag: fresh.tag, walked_in: (this.snapshot.walked_in || 0) + walkedIn };
    await this.ledger.renew(await this.#record("snapshot", snapshot), seen);
    this.#use(snapshot);
  }
}

// Prepares this phone: makes it known, fetches who is expected, and seals both.
export async function prepare(config, store, { vault, wrapping }, label) {
  const device = await enrol(config.urls, config.csrf, label);
  const fresh = await linkOf(config.urls, device.token).snapshot(null);
  const setup = { name: "setup", wrapping, expires_at: device.expires_at };
  const sealed = async (name, value) => ({ name, sealed: await vault.seal(value, name) });
  await store.put(setup, await sealed("token", device), await sealed("snapshot", { ...fresh.body, tag: fresh.tag }));
  return new Gate(config, store, vault, setup);
}
