// What happened at this gate: written down before the screen says so, in memory while practising.

import { effect } from "./rules.js";

export class Ledger extends EventTarget {
  #store;
  #vault;
  #label;
  #now;

  // `now` answers the moment in milliseconds.
  constructor(store, vault, label, now) {
    super();
    this.#store = store;
    this.#vault = vault;
    this.#label = label;
    this.#now = now;
    this.entries = [];
    this.practised = [];
    this.isPractice = false;
  }

  async load() {
    const records = await this.#store.entries();
    this.entries = await Promise.all(records.map((one) => this.#opened(one)));
  }

  async #opened(record) {
    const entry = await this.#vault.open(record.sealed, record.client_id);
    return { ...entry, number: record.number, state: record.state };
  }

  async #sealed({ number, state, ...entry }) {
    const sealed = await this.#vault.seal(entry, entry.client_id);
    const record = { client_id: entry.client_id, state, sealed };
    return number === undefined ? record : { ...record, number };
  }

  // Resolves when the entry is safely kept; throws StorageFull when it is not.
  async write(what) {
    const entry = { ...what, client_id: crypto.randomUUID(), happened_at: new Date(this.#now()).toISOString(), state: "waiting" };
    if (this.isPractice) {
      this.practised.push(entry);
    } else {
      entry.number = await this.#store.addEntry(await this.#sealed(entry));
      this.entries.push(entry);
    }
    this.#changed();
    // Apart from "change", which answers of the server bring too, in the middle of somebody's typing.
    this.dispatchEvent(new Event("written"));
    return entry;
  }

  practise(isOn) {
    this.isPractice = isOn;
    this.practised = [];
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  get #counted() {
    return this.isPractice ? [...this.entries, ...this.practised] : this.entries;
  }

  get waiting() {
    return this.entries.filter((entry) => entry.state === "waiting");
  }

  // How many people of a pass are inside, and when the last of them came, as far as this phone knows.
  of(row) {
    const mine = this.#counted.filter((entry) => entry.code === row.code);
    const arrived = mine.reduce((sum, entry) => sum + effect(entry), row.arrived);
    const latest = mine.findLast((entry) => entry.kind === "arrival" && effect(entry) > 0);
    return { arrived: Math.max(0, arrived), last: latest ? { gate: this.#label, at: latest.happened_at } : row.in };
  }

  hasSlip(slip) {
    const used = this.#counted.filter((entry) => entry.slip === slip);
    return used.reduce((sum, entry) => sum + effect(entry), 0) > 0;
  }

  // People this phone let in without a registration, since it was prepared.
  get walkedIn() {
    const mine = this.#counted.filter((entry) => entry.is_walk_in);
    return mine.reduce((sum, entry) => sum + effect(entry), 0);
  }

  // What the server's count does not hold yet.
  get unseen() {
    return this.#counted.reduce((sum, entry) => sum + effect(entry), 0);
  }

  // Keeps the server's answers; `results` by client id. `troubles` is a sealed record or null.
  async keepAnswers(results, troubles) {
    const told = this.entries.filter((entry) => results.has(entry.client_id));
    const records = [];
    for (const entry of told) {
      const answered = { ...entry, state: "sent", result: results.get(entry.client_id) };
      records.push([entry, answered, await this.#sealed(answered)]);
    }
    await this.#store.keepAnswers(records.map(([, , sealed]) => sealed), troubles);
    records.forEach(([entry, answered]) => Object.assign(entry, answered));
    this.#changed();
  }

  // A snapshot taken after these were sent holds what they did.
  async renew(snapshotRecord, seen) {
    const gone = new Set(seen.map((entry) => entry.number));
    await this.#store.renew(snapshotRecord, [...gone]);
    this.entries = this.entries.filter((entry) => !gone.has(entry.number));
    this.#changed();
  }
}
