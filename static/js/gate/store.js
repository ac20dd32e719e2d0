// What the phone keeps for one event, in IndexedDB. Everything about people comes here sealed already.

export const PREFIX = "hamqadam-gate-";

export class StorageFull extends Error {}
export class NotKept extends Error {}

const isFull = (error) => error.name === "QuotaExceededError";

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error || new NotKept("stopped"));
  });
}

async function openDatabase(slug) {
  const request = indexedDB.open(PREFIX + slug, 1);
  request.onupgradeneeded = () => {
    // "device": setup (clear: how the key is wrapped, when all this ends), token, snapshot, troubles.
    request.result.createObjectStore("device", { keyPath: "name" });
    // "entries": {number, client_id, state: "waiting"|"sent", sealed}, in the order they happened.
    const entries = request.result.createObjectStore("entries", { keyPath: "number", autoIncrement: true });
    entries.createIndex("client_id", "client_id", { unique: true });
  };
  const database = await answer(request);
  // Another tab wipes this phone: let it.
  database.onversionchange = () => database.close();
  return database;
}

// Every write is on the disk when its promise resolves; throws StorageFull when the phone is full.
export async function openStore(slug) {
  const database = await openDatabase(slug);
  const write = async (names, work) => {
    const transaction = database.transaction(names, "readwrite", { durability: "strict" });
    try {
      work(...names.map((name) => transaction.objectStore(name)));
      await done(transaction);
    } catch (error) {
      throw isFull(error) ? new StorageFull() : error;
    }
  };
  const all = (name) => answer(database.transaction(name).objectStore(name).getAll());
  return {
    read: (name) => answer(database.transaction("device").objectStore("device").get(name)),
    put: (...records) => write(["device"], (device) => records.forEach((one) => device.put(one))),
    entries: () => all("entries"),
    waitingCount: async () => (await all("entries")).filter((entry) => entry.state === "waiting").length,
    async addEntry(record) {
      let number;
      await write(["entries"], (entries) => {
        const request = entries.add(record);
        request.onsuccess = () => (number = request.result);
      });
      return number;
    },
    // What the server answered and what it makes of our list, in one step.
    keepAnswers: (records, troubles) =>
      write(["entries", "device"], (entries, device) => {
        records.forEach((one) => entries.put(one));
        if (troubles) device.put(troubles);
      }),
    // The new snapshot holds what these entries did: both change together, or an arrival counts twice.
    renew: (snapshot, numbers) =>
      write(["entries", "device"], (entries, device) => {
        device.put(snapshot);
        numbers.forEach((number) => entries.delete(number));
      }),
    close: () => database.close(),
  };
}

// Tells whether this phone was ever prepared for the event, without creating anything.
export async function isPrepared(slug) {
  const known = await indexedDB.databases();
  return known.some((one) => one.name === PREFIX + slug);
}

// Resolves when it is gone: whoever still holds it open lets go (see onversionchange above).
export const forget = (slug) => answer(indexedDB.deleteDatabase(PREFIX + slug));

export async function preparedSlugs() {
  const known = await indexedDB.databases();
  return known.map((one) => one.name).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}
