// Keeps what lies on the phone unreadable: a random key, wrapped by the passphrase.

export const ROUNDS = 600000;
export const SHORTEST_PASSPHRASE = 8;

export class WrongPassphrase extends Error {}

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const bytesOf = (text) => new TextEncoder().encode(text);

async function wrappingKey(passphrase, salt, rounds) {
  const typed = bytesOf(passphrase.normalize("NFKC").trim());
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const kind = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(how, base, kind, false, ["wrapKey", "unwrapKey"]);
}

function vaultOf(key) {
  // `context` is bound to what is sealed, so that one record cannot stand in for another.
  return {
    async seal(value, context) {
      const iv = random(12);
      const how = { name: "AES-GCM", iv, additionalData: bytesOf(context) };
      return { iv, data: await crypto.subtle.encrypt(how, key, bytesOf(JSON.stringify(value))) };
    },
    async open(sealed, context) {
      const how = { name: "AES-GCM", iv: sealed.iv, additionalData: bytesOf(context) };
      const plain = await crypto.subtle.decrypt(how, key, sealed.data);
      return JSON.parse(new TextDecoder().decode(plain));
    },
  };
}

// Returns {vault, wrapping}; `wrapping` is stored beside the data and says nothing without the passphrase.
export async function makeVault(passphrase) {
  const wrapping = { salt: random(16), rounds: ROUNDS, iv: random(12) };
  const outer = await wrappingKey(passphrase, wrapping.salt, wrapping.rounds);
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  wrapping.key = await crypto.subtle.wrapKey("raw", made, outer, { name: "AES-GCM", iv: wrapping.iv });
  return { vault: await openVault(passphrase, wrapping), wrapping };
}

// Throws WrongPassphrase; the key that comes out cannot be read from the page.
export async function openVault(passphrase, wrapping) {
  const outer = await wrappingKey(passphrase, wrapping.salt, wrapping.rounds);
  const how = { name: "AES-GCM", iv: wrapping.iv };
  try {
    const key = await crypto.subtle.unwrapKey("raw", wrapping.key, outer, how, "AES-GCM", false, ["encrypt", "decrypt"]);
    return vaultOf(key);
  } catch (error) {
    throw error.name === "OperationError" ? new WrongPassphrase() : error;
  }
}
