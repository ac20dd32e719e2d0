// Makes the page open without a network: the worker, the scanner's files, and storage that stays.

const SCANNER_CACHE = "hamqadam-gate scanner";
const PATIENCE_MS = 60000;

async function workerActive(urls) {
  const registration = await navigator.serviceWorker.register(urls.worker, { scope: urls.page });
  const worker = registration.active || registration.waiting || registration.installing;
  if (registration.active) return;
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the worker is slow")), PATIENCE_MS);
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(clearTimeout(timer));
      if (worker.state === "redundant") reject(new Error("the worker was not kept"));
    });
  });
}

// Resolves to true when the gate will open with the network cut.
export async function makeReady({ urls, scanner }, needsScanner) {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await workerActive(urls);
    if (needsScanner) {
      const cache = await caches.open(SCANNER_CACHE);
      const missing = [];
      for (const address of Object.values(scanner)) {
        if (!(await cache.match(address))) missing.push(address);
      }
      await cache.addAll(missing);
    }
    await navigator.storage?.persist?.();
    return true;
  } catch {
    return false;
  }
}

// Takes the page and its worker off this phone.
export async function dropWorker({ urls }) {
  const registration = await navigator.serviceWorker?.getRegistration(urls.page);
  await registration?.unregister();
  const names = await caches.keys();
  const scope = `hamqadam-gate ${new URL(urls.page, location.href).pathname} `;
  await Promise.all(names.filter((name) => name.startsWith(scope)).map((name) => caches.delete(name)));
}
