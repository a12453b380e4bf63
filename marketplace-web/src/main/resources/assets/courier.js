// The courier's page out of reach: what is done is written down on the phone first, then sent. Nothing is taken off the
// phone before the server has answered for it, and what is sent twice has one effect because it carries its own id.

const page = document.querySelector("#chuyen");
const bar = document.querySelector("#chua-gui");
const refusedPart = document.querySelector("#xem-lai");

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("buu-ta", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("scans", { keyPath: "id" });
    request.result.createObjectStore("refused", { keyPath: "id" });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** One transaction on the phone's store; answered when it is safely written. */
async function store(names, mode, work) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode);
    const answer = work(transaction);
    transaction.oncomplete = () => resolve(answer?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const waiting = async () => (await store(["scans"], "readonly", t => t.objectStore("scans").getAll()))
  .sort((one, other) => one.at.localeCompare(other.at));
const refused = () => store(["refused"], "readonly", t => t.objectStore("refused").getAll());
const keep = scan => store(["scans"], "readwrite", t => t.objectStore("scans").put(scan));

const settle = receipts => store(["scans", "refused"], "readwrite", t => {
  for (const receipt of receipts) {
    if (receipt.outcome === "REFUSED") t.objectStore("refused").put(receipt);
    t.objectStore("scans").delete(receipt.id);
  }
});

let away = false;

/** How many are not sent, always in sight; the stops they are about are marked. */
async function show() {
  const scans = await waiting();
  const text = scans.length ? (away ? bar.dataset.away : bar.dataset.some) : bar.dataset.none;
  bar.textContent = text.replace("#", scans.length);
  bar.dataset.count = scans.length;
  bar.classList.toggle("bad", scans.length > 0 && away);
  const done = new Set(scans.filter(scan => scan.step !== "OUT_FOR_DELIVERY").map(scan => scan.number));
  for (const stop of document.querySelectorAll("[data-stop]")) {
    const isDone = done.has(stop.dataset.stop) || stop.dataset.sent === "1";
    stop.classList.toggle("done", isDone);
    stop.querySelector(".parcel-do").hidden = isDone;
    stop.querySelector(".waiting").hidden = !done.has(stop.dataset.stop);
  }
  const others = await refused();
  refusedPart.hidden = others.length === 0;
  refusedPart.querySelector("ul").replaceChildren(...others.map(one => {
    const item = document.createElement("li");
    item.textContent = refusedPart.dataset.text.replace("#", one.number ?? "").replace("@", one.detail ?? one.code ?? "");
    return item;
  }));
}

let sending = false;

async function send() {
  if (sending) return;
  sending = true;
  try {
    const scans = await waiting();
    if (scans.length === 0) return;
    const answer = await fetch(`${page.dataset.send}?buu-cuc=${encodeURIComponent(page.dataset.office)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sentAt: new Date().toISOString(), scans: scans.slice(0, 100) }),
    });
    away = !answer.ok;
    if (!answer.ok) return;
    const { receipts } = await answer.json();
    const byId = new Map(scans.map(scan => [scan.id, scan]));
    await settle(receipts.map(receipt => ({ ...receipt, parcel: undefined, number: byId.get(receipt.id)?.number })));
    for (const receipt of receipts) {
      const scan = byId.get(receipt.id);
      if (scan?.step === "OUT_FOR_DELIVERY" && receipt.outcome !== "REFUSED") reloadSoon = true;
      const stop = scan && document.querySelector(`[data-stop="${CSS.escape(scan.number)}"]`);
      if (stop && scan.step !== "OUT_FOR_DELIVERY" && receipt.outcome !== "REFUSED") stop.dataset.sent = "1";
    }
  } catch {
    away = true;
  } finally {
    sending = false;
    await show();
  }
  if (reloadSoon && (await waiting()).length === 0) location.reload();
}

let reloadSoon = false;

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("form[data-scan]")) return;
  event.preventDefault();
  const fields = new FormData(form);
  const scan = {
    id: crypto.randomUUID?.() ?? fields.get("id"),
    number: fields.get("number").replace(/\s/g, "").toUpperCase(),
    step: fields.get("step"),
    at: new Date().toISOString(),
    offline: true,
    reason: fields.get("reason") || null,
    note: fields.get("note") || null,
  };
  await keep(scan);
  form.reset();
  await show();
  await send();
});

addEventListener("online", send);
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
setInterval(send, 15000);
navigator.storage?.persist?.();
navigator.serviceWorker?.register(page.dataset.worker, { scope: page.dataset.scope });
show().then(send);
