// Everything here is a comfort: each page works without it.

const one = (selector, root = document) => root.querySelector(selector);

/** Fills the header of a cached page with what belongs to this visitor. */
async function greet() {
  const cart = one("[data-cart]");
  if (!cart || !/(^|; )co-phien=/.test(document.cookie)) return;
  const answer = await fetch(cart.dataset.me, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const me = await answer.json();
  showCount(me.cartItems);
  const account = one("[data-account]");
  if (me.name) one("span", account).textContent = me.name.split(" ").at(-1);
  if (me.name) account.href = me.desks.length ? account.dataset.desks : account.dataset.account;
}

/** Counts down to the second by the server's clock, and looks again when the moment has come. */
function countdowns() {
  for (const shown of document.querySelectorAll("[data-until]")) {
    const ahead = Number(shown.dataset.now) - Date.now();
    const until = Number(shown.dataset.until);
    const timer = setInterval(() => {
      const left = Math.ceil((until - Date.now() - ahead) / 1000);
      if (left > 0 && left < 86400) {
        shown.textContent = [left / 3600, (left / 60) % 60, left % 60].map(part => String(Math.floor(part)).padStart(2, "0")).join(":");
      }
      if (left <= -2) {
        clearInterval(timer);
        location.reload();
      }
    }, 1000);
  }
}

function showCount(count) {
  const badge = one("[data-cart-count]");
  if (badge) badge.textContent = count > 99 ? "99+" : count || "";
}

/** Buttons beside a number field. */
function steppers(root) {
  for (const stepper of root.querySelectorAll("[data-stepper]")) {
    const input = one("input", stepper);
    for (const button of stepper.querySelectorAll("[data-step]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const wanted = Number(input.value || 1) + Number(button.dataset.step);
        input.value = Math.min(Number(input.max), Math.max(Number(input.min), wanted));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
  }
}

/** Offers products, shops and places while one types; arrows choose, Escape closes. */
function suggestions() {
  const input = one("[data-suggest]");
  if (!input) return;
  const box = document.createElement("div");
  box.className = "suggestions";
  box.id = "suggestions";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", input.getAttribute("aria-label"));
  box.hidden = true;
  input.closest("search").append(box);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", box.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  let timer, asked;

  const show = visible => {
    box.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    if (!visible) input.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    const q = input.value.trim();
    if (q.length < 2) return show(false);
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`, { signal: asked.signal });
      box.innerHTML = answer.ok ? await answer.text() : "";
      show(box.childElementCount > 0 && document.activeElement === input);
    } catch { /* a newer question took over, or there is no network */ }
  };
  const move = by => {
    const options = [...box.querySelectorAll("a")];
    const at = options.findIndex(option => option.ariaSelected === "true");
    const next = options[(at + by + options.length) % options.length];
    options.forEach(option => option.setAttribute("aria-selected", String(option === next)));
    input.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("focus", () => { if (box.childElementCount) show(true); });
  input.addEventListener("keydown", event => {
    if (box.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    if (event.key === "Escape") show(false);
    const chosen = one("a[aria-selected=true]", box);
    if (event.key === "Enter" && chosen) { event.preventDefault(); location.href = chosen.href; }
  });
  document.addEventListener("pointerdown", event => { if (!event.target.closest(".site-search")) show(false); });
}

/** Puts something into the cart without leaving the page. */
function addToCart() {
  for (const form of document.querySelectorAll("form[data-add-to-cart]")) {
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const button = event.submitter ?? one("button", form);
      button.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
        const result = await answer.json();
        if (answer.ok) showCount(result.itemCount);
        toast(result.message, answer.ok ? { href: one("[data-cart]").href, text: one("[data-cart] span").textContent } : null);
      } catch {
        form.submit();
      } finally {
        button.removeAttribute("aria-busy");
      }
    });
  }
}

let toastTimer;
function toast(text, link) {
  const box = one("#toast");
  box.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }));
  if (link) box.append(Object.assign(document.createElement("a"), { href: link.href, textContent: link.text }));
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 6000);
}

/** A form that may be sent only once shows that it is on its way. */
function busyForms() {
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("form[data-once]")) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    event.submitter?.setAttribute("aria-busy", "true");
  });
}
addEventListener("pageshow", event => { if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(form => { delete form.dataset.sent; one("[aria-busy]", form)?.removeAttribute("aria-busy"); }); });

/** On a wide screen filters take effect when they are chosen; on a phone one chooses several, then looks. */
function liveForms() {
  for (const form of document.querySelectorAll("form[data-live]")) {
    form.addEventListener("change", event => {
      if (event.target.matches("[data-now]") && matchMedia("(min-width: 960px)").matches) form.requestSubmit();
    });
  }
}

/** Another way of delivery shows its total at once; without scripts there is a button for it. */
function reprice() {
  for (const button of document.querySelectorAll("[data-reprice-button]")) button.hidden = true;
  document.addEventListener("change", event => {
    if (!event.target.matches("[data-reprice]")) return;
    event.target.form.requestSubmit(one("[data-reprice-button]", event.target.closest("fieldset")));
  });
}

/** The price and the most one may take follow the chosen variant. */
function variants() {
  for (const choice of document.querySelectorAll("input[data-price]")) {
    choice.addEventListener("change", () => {
      one("[data-shown-price] .price").textContent = choice.dataset.price;
      const amount = one("[data-stepper] input", choice.form);
      amount.max = choice.dataset.most;
      amount.value = Math.min(amount.value, amount.max);
    });
  }
}

/** A thumbnail brings its picture into view without moving the page. */
function gallery() {
  for (const thumb of document.querySelectorAll("a[data-frame]")) {
    thumb.addEventListener("click", event => {
      event.preventDefault();
      const frame = one(thumb.getAttribute("href"));
      frame.parentElement.scrollTo({ left: frame.offsetLeft - frame.parentElement.offsetLeft });
    });
  }
}

/** Brings htmx only to those who reach the end of a list. */
function moreOfTheList() {
  const more = one("#more[data-htmx]");
  if (!more) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    document.head.append(Object.assign(document.createElement("script"), { src: more.dataset.htmx }));
  }, { rootMargin: "400px" }).observe(more);
}

greet();
suggestions();
variants();
gallery();
moreOfTheList();
countdowns();
steppers(document);
addToCart();
busyForms();
liveForms();
reprice();

// What htmx brings in comes to life as the rest of the page did.
document.addEventListener("htmx:load", event => {
  if (event.target === document.body) return;
  steppers(event.target);
  if (event.target.dataset.items) showCount(Number(event.target.dataset.items));
});

// After a refused form, the first field to correct.
one("main [aria-invalid=true]")?.focus();
