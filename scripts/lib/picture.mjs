// What is done to the popup's document so that a picture shows all of it, and not only the stretch that fits its window.

/**
 * Runs in the popup: what sticks to the window's edge takes its place in the document. Gives the box of the whole, CSS px.
 * Resolves when that has been laid out and drawn.
 */
export async function unrolled() {
  for (const element of document.querySelectorAll("body *")) {
    if (!["sticky", "fixed"].includes(getComputedStyle(element).position)) continue;
    element.style.position = "static";
    element.dataset.unrolled = "";
  }
  scrollTo(0, 0);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { x, width } = document.body.getBoundingClientRect();
  return { x, y: 0, width, height: document.documentElement.scrollHeight };
}

/** Runs in the popup: undoes `unrolled`. */
export function rolled() {
  for (const element of document.querySelectorAll("[data-unrolled]")) {
    element.style.position = "";
    delete element.dataset.unrolled;
  }
}
