// The service worker: one cache a version, filled as a whole or not at all.
//
// `sw-files.js` lists every file of a version with its checksum. A file that does not have it, because the server is half
// way to another version, makes the installation fail, and the version that is there stays.

importScripts("sw-files.js");

const { version, files } = self.LOKMIN_FILES;
const PREFIX = "lokmin-demo-";
const CACHE = `${PREFIX}${version}`;

/** Loads a file, and checks that it is that of the version. */
async function load([path, checksum]) {
  const address = new URL(path, self.location).href;
  const response = await fetch(address, { cache: "no-store" });
  const bytes = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== checksum) throw new Error(`${path} is not of version ${version}`);
  return [address, response];
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const loaded = await Promise.all(Object.entries(files).map(load));
    const cache = await caches.open(CACHE);
    await Promise.all(loaded.map(([address, response]) => cache.put(address, response)));
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "use") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(address.href)) ?? fetch(request);
  })());
});
