// Talks to the server: with the page's session once, afterwards with this phone's own token.

const PATIENCE_MS = 15000;

// The server did not answer, or something on the way answered for it.
export class NoAnswer extends Error {}
// The token is dead: "revoked" or "expired". The queue stays.
export class NotAllowed extends Error {}
// The server answers, but not to this.
export class Refused extends Error {
  constructor(status, why = "") {
    super(`refused with ${status}`);
    Object.assign(this, { status, why });
  }
}

// What can go wrong between us and the server, and is no fault of the script.
export const isOfTheLink = (error) => [NoAnswer, NotAllowed, Refused].some((kind) => error instanceof kind);

async function ask(address, options) {
  let response;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    response = await fetch(address, { cache: "no-store", redirect: "error", signal, ...options });
  } catch {
    throw new NoAnswer();
  }
  if (response.status === 304) return null;
  if (response.status === 401) throw new NotAllowed(await reason(response));
  if (response.status >= 500 || response.status === 429) throw new NoAnswer();
  if (!response.ok) throw new Refused(response.status, await reason(response));
  try {
    return { body: await response.json(), tag: response.headers.get("ETag") };
  } catch {
    // A café's sign-in page, not our server.
    throw new NoAnswer();
  }
}

async function reason(response) {
  try {
    return (await response.json()).error;
  } catch {
    return "";
  }
}

const asJson = (body, headers) => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(body),
});

// Makes this phone known; answers the token, once.
export async function enrol(urls, csrf, label) {
  return (await ask(urls.device, { ...asJson({ label }, { "X-CSRFToken": csrf }), credentials: "same-origin" })).body;
}

export function linkOf(urls, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const bare = { credentials: "omit" };
  return {
    // null when nothing changed since `tag`.
    snapshot: (tag) => ask(urls.snapshot, { ...bare, headers: tag ? { ...headers, "If-None-Match": tag } : headers }),
    count: async () => (await ask(urls.count, { ...bare, headers })).body,
    sync: async (entries) => (await ask(urls.sync, { ...bare, ...asJson({ entries }, headers) })).body,
  };
}
