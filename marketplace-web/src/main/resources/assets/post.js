// The scanner's desk: one thing after another without a mouse. The field has the focus whatever happens, good and bad
// differ in colour, word and tone, and the last scans stay in sight with a way back.

const desk = document.querySelector("[data-desk]");
const form = document.querySelector("form[data-desk-scan]");
if (desk && form) {
  const field = form.querySelector("input[name=number]");
  const result = document.querySelector("#ket-qua");
  const last = document.querySelector("#vua-quet");
  let sound;

  const tone = good => {
    try {
      sound ??= new AudioContext();
      const voice = sound.createOscillator();
      const loudness = sound.createGain();
      voice.frequency.value = good ? 880 : 220;
      loudness.gain.value = 0.2;
      voice.connect(loudness).connect(sound.destination);
      voice.start();
      voice.stop(sound.currentTime + (good ? 0.12 : 0.45));
    } catch { /* a desk without a loudspeaker */ }
  };

  const say = (good, text) => {
    result.className = "scan-result";
    result.replaceChildren(Object.assign(document.createElement("p"), { className: `big ${good ? "good" : "bad"}`, textContent: text }));
    tone(good);
  };

  const send = async scan => {
    const answer = await fetch(`${desk.dataset.send}?buu-cuc=${encodeURIComponent(desk.dataset.office)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sentAt: new Date().toISOString(), scans: [scan] }),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    return body.receipts[0];
  };

  const remember = (scan, receipt, step) => {
    const item = document.createElement("li");
    const words = document.createElement("span");
    words.textContent = `${receipt.parcel.trackingNumber} · ${step}`;
    const undo = Object.assign(document.createElement("button"), { className: "button quiet", textContent: desk.dataset.undo });
    undo.addEventListener("click", async () => {
      try {
        const undone = await send({ id: crypto.randomUUID(), number: receipt.parcel.trackingNumber, step: scan.step, at: new Date().toISOString(), offline: false, voids: scan.id });
        if (undone.outcome === "REFUSED") return say(false, undone.detail);
        item.remove();
        say(true, `${desk.dataset.undone} ${receipt.parcel.trackingNumber}`);
      } catch (failed) { say(false, failed.message || desk.dataset.away); }
      field.focus();
    });
    item.append(words, undo);
    last.prepend(item);
    while (last.childElementCount > 10) last.lastElementChild.remove();
    last.closest("section").hidden = false;
  };

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const number = field.value.trim();
    if (!number) return;
    field.value = "";
    const fields = new FormData(form);
    const step = form.querySelector("select[name=step]").selectedOptions[0].textContent;
    const scan = { id: crypto.randomUUID(), number, step: fields.get("step"), at: new Date().toISOString(), offline: false, reason: fields.get("reason") || null };
    try {
      const receipt = await send(scan);
      if (receipt.outcome === "REFUSED") say(false, `${number}: ${receipt.detail}`);
      else {
        say(true, `${receipt.parcel.trackingNumber} · ${receipt.parcel.recipient.commune?.name ?? ""}`);
        remember(scan, receipt, step);
      }
    } catch (failed) { say(false, failed.message || desk.dataset.away); }
    field.focus();
  });

  document.addEventListener("click", event => { if (!event.target.closest("a, button, input, select, summary, label")) field.focus(); });
  field.focus();
}
