// Keeps the courier's page and what it is made of, so that it opens without a network. The newest page wins while there
// is one; whoever has signed out finds nothing kept.

const PAGES = "buu-ta-pages-1";
const PARTS = "buu-ta-parts-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

async function newest(request) {
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await pages.put(request.url, answer.clone());
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) await caches.delete(PAGES);
    return answer;
  } catch (away) {
    const kept = (await pages.match(request.url)) ?? (await pages.match(request.url, { ignoreSearch: true }));
    if (kept) return kept;
    throw away;
  }
}

async function part(request) {
  const parts = await caches.open(PARTS);
  const kept = await parts.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await parts.put(request.url, answer.clone());
  return answer;
}

self.addEventListener("fetch", event => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (/^(\/en)?\/buu-ta$/.test(address.pathname)) event.respondWith(newest(request));
  else if (address.pathname.startsWith("/assets/")) event.respondWith(part(request));
});
