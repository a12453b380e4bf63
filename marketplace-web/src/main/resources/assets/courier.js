// The courier's page out of reach: what is done is written down on the phone first, then sent. Nothing is taken off the
// phone before the server has answered for it, and what is sent twice has one effect because it carries its own id.

const page = document.querySelector("#chuyen");
const bar = document.querySelector("#chua-gui");
const refusedPart = document.querySelector("#xem-lai");

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("buu-ta", 2);
  request.onupgradeneeded = () => {
    const known = request.result.objectStoreNames;
    for (const name of ["scans", "refused", "proofs"]) {
      if (!known.contains(name)) request.result.createObjectStore(name, { keyPath: "id" });
    }
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
const proofs = () => store(["proofs"], "readonly", t => t.objectStore("proofs").getAll());
const forget = id => store(["proofs"], "readwrite", t => t.objectStore("proofs").delete(id));

/** The scan and what shows it, or neither. */
const keep = (scan, shown) => store(["scans", "proofs"], "readwrite", t => {
  t.objectStore("scans").put(scan);
  for (const proof of shown) t.objectStore("proofs").put(proof);
});

const KINDS = ["PHOTO", "SIGNATURE"];

const settle = receipts => store(["scans", "refused", "proofs"], "readwrite", t => {
  for (const receipt of receipts) {
    if (receipt.outcome === "REFUSED") {
      t.objectStore("refused").put(receipt);
      for (const kind of KINDS) t.objectStore("proofs").delete(receipt.id + kind);
    }
    t.objectStore("scans").delete(receipt.id);
  }
});

let away = false;

/** How many are not sent, always in sight; the stops they are about are marked. */
async function show() {
  const scans = await waiting();
  const unsent = scans.length + (await proofs()).length;
  const text = unsent ? (away ? bar.dataset.away : bar.dataset.some) : bar.dataset.none;
  bar.textContent = text.replace("#", unsent);
  bar.dataset.count = unsent;
  bar.classList.toggle("bad", unsent > 0 && away);
  const done = new Map(scans.filter(scan => scan.step !== "OUT_FOR_DELIVERY").map(scan => [scan.number, scan.step]));
  for (const stop of document.querySelectorAll("[data-stop]")) {
    const step = done.get(stop.dataset.stop) ?? stop.dataset.sent;
    const isDone = Boolean(step);
    const words = stop.querySelector(".cash span").dataset;
    stop.querySelector(".cash span").textContent = step === "DELIVERED" ? words.taken : isDone ? words.notTaken : words.due;
    stop.classList.toggle("not-taken", isDone && step !== "DELIVERED");
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
    if (scans.length === 0) return await prove();
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
      if (stop && scan.step !== "OUT_FOR_DELIVERY" && receipt.outcome !== "REFUSED") stop.dataset.sent = scan.step;
    }
    await prove();
  } catch {
    away = true;
  } finally {
    sending = false;
    await show();
  }
  if (reloadSoon && (await waiting()).length === 0) location.reload();
}

let reloadSoon = false;

/** Pictures go after the scans they belong to, one by one; what the office will never take is not kept for ever. */
async function prove() {
  const sent = new Set((await waiting()).map(scan => scan.id));
  for (const proof of await proofs()) {
    if (sent.has(proof.scan)) continue;
    const to = `${page.dataset.prove}?buu-cuc=${encodeURIComponent(page.dataset.office)}&luot=${proof.scan}&loai=${proof.kind}`;
    const answer = await fetch(to, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: proof.blob });
    away = answer.status >= 500 || answer.status === 401 || answer.status === 429;
    if (away) return;
    await forget(proof.id);
  }
}

/** A picture as large as one needs to recognise a parcel and a door. */
async function small(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, 1280 / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, "image/jpeg", 0.75));
}

/** What was photographed or signed on a form. */
async function shownOn(form, scan) {
  const shown = [];
  const photo = form.querySelector("input[type=file]")?.files[0];
  if (photo) shown.push({ kind: "PHOTO", blob: await small(photo) });
  const signature = form.querySelector(".signature");
  if (signature?.dataset.signed) shown.push({ kind: "SIGNATURE", blob: await new Promise(done => signature.toBlob(done, "image/png")) });
  return shown.filter(one => one.blob).map(one => ({ ...one, id: scan + one.kind, scan }));
}

for (const part of document.querySelectorAll("[data-proof]")) {
  part.hidden = false;
  const canvas = part.querySelector(".signature");
  const pen = canvas.getContext("2d");
  const clear = () => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    delete canvas.dataset.signed;
  };
  const at = event => [event.offsetX * canvas.width / canvas.clientWidth, event.offsetY * canvas.height / canvas.clientHeight];
  clear();
  canvas.addEventListener("pointerdown", event => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener("pointermove", event => {
    if (!event.buttons) return;
    pen.lineWidth = 4;
    pen.lineCap = "round";
    pen.strokeStyle = "#1B2620";
    pen.lineTo(...at(event));
    pen.stroke();
    canvas.dataset.signed = "1";
  });
  part.querySelector("[data-clear]").addEventListener("click", clear);
}

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
    deliveryCode: fields.get("deliveryCode") || null,
  };
  await keep(scan, await shownOn(form, scan.id));
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
