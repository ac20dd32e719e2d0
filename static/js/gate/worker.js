// Keeps the gate's page and its files, and nothing else: no person, no answer of the server.
// The view that serves this file fills in the two marks.

const FILES = __SHELL__;
const VERSION = "__VERSION__";
const PAGE = self.registration.scope;
const SHELL = new URL("shell/", PAGE).href;
const OURS = `hamqadam-gate ${new URL(PAGE).pathname} `;
const KEPT = OURS + VERSION;

async function keepAll() {
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES);
  const shell = await fetch(SHELL, { cache: "no-store", credentials: "same-origin" });
  // A sign-in page in its place must never be kept.
  if (!shell.ok || shell.redirected) throw new Error(`no page to keep: ${shell.status}`);
  await cache.put(SHELL, shell);
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

const kept = (address) => caches.match(address, { ignoreVary: true });

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    // An address with a question goes to the server: signing in again, the page without script.
    if (request.url === PAGE) event.respondWith(kept(SHELL).then((page) => page || fetch(request)));
    return;
  }
  if (new URL(request.url).pathname.startsWith("/static/")) {
    event.respondWith(kept(request).then((file) => file || fetch(request)));
  }
});
