// The demo's stand-in for LinkedIn's own scripts: sorting, scrolling on, opening threads. It knows nothing of Whyfirst.

const list = document.querySelector("#list");
let order = document.querySelector("button[data-order][aria-pressed]")?.dataset.order;
let loading = false;
let ended = false;

const part = async (path) => (await fetch(path)).text();

async function more(start) {
  if (loading || (ended && start > 0)) return;
  loading = true;
  const html = await part(`/voyager/api/demo/cards?order=${order}&start=${start}`);
  ended = html === "";
  if (start === 0) list.innerHTML = html;
  else list.insertAdjacentHTML("beforeend", html);
  loading = false;
  watch();
}

/** Loads what follows when the end of the list comes near. */
function watch() {
  if (list && !ended && innerHeight + scrollY > document.body.scrollHeight - 600) more(list.childElementCount);
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.order) {
    order = button.dataset.order;
    ended = false;
    for (const other of document.querySelectorAll("button[data-order]")) other.removeAttribute("aria-pressed");
    button.setAttribute("aria-pressed", "true");
    await more(0);
  }
  if (button.closest(".social-details-social-counts__comments")) {
    const card = button.closest("[data-urn]");
    if (card.querySelector(".comments-comments-list")) return;
    const id = card.dataset.urn.split(":").at(-1);
    card.insertAdjacentHTML("beforeend", await part(`/voyager/api/demo/thread?id=${id}`));
  }
});
addEventListener("scroll", watch);
watch();
