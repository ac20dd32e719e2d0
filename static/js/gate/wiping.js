// Takes people off the phone: after the event by itself, before it on demand.

import { forget, openStore, preparedSlugs } from "./store.js";

// A phone whose clock runs back must not keep them longer: the latest moment seen counts.
function isOver(setup, now) {
  return Date.parse(setup.expires_at) <= Math.max(now, setup.seen_at || 0);
}

// Wipes what is over, of this event and of any other on this phone.
// Returns [{slug, unsent}] with how many entries never reached the server.
export async function wipeExpired(now) {
  const wiped = [];
  for (const slug of await preparedSlugs()) {
    const store = await openStore(slug);
    const setup = await store.read("setup");
    if (setup && !isOver(setup, now)) {
      await store.put({ ...setup, seen_at: Math.max(now, setup.seen_at || 0) });
      store.close();
      continue;
    }
    const unsent = await store.waitingCount();
    store.close();
    await forget(slug);
    // Without a setup it was begun and never finished: nothing to tell.
    if (setup) wiped.push({ slug, unsent });
  }
  return wiped;
}
