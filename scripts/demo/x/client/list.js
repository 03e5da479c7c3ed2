// A list that keeps only the cells near the window in the document, as the site does.
import { h } from "./element.js";

const GUESS = 170;
const MARGIN = 900;

export class VirtualList {
  #items = [];
  #heights = [];
  #shown = new Map();
  #layout = () => this.#draw();

  /** `onNearEnd` is called when the person comes close to the end of what is loaded. */
  constructor(onNearEnd) {
    this.element = h("div", { class: "list" });
    this.onNearEnd = onNearEnd;
    window.addEventListener("scroll", this.#layout, { passive: true });
    window.addEventListener("resize", this.#layout);
  }
  /** `builders`: functions that each make the content of one cell anew. */
  append(builders) {
    this.#items.push(...builders);
    this.#draw();
  }
  /** Takes out the last cell, such as a "show more" that has been pressed. */
  removeLast() {
    const last = this.#items.length - 1;
    this.#shown.get(last)?.remove();
    this.#shown.delete(last);
    this.#items.pop();
    this.#heights.length = Math.min(this.#heights.length, this.#items.length);
  }
  stop() {
    window.removeEventListener("scroll", this.#layout);
    window.removeEventListener("resize", this.#layout);
  }
  #heightOf(index) {
    return this.#heights[index] ?? GUESS;
  }
  #draw() {
    if (!this.element.isConnected) return;
    const top = this.element.getBoundingClientRect().top;
    let offset = 0;
    for (let index = 0; index < this.#items.length; index++) {
      const near = top + offset + this.#heightOf(index) > -MARGIN && top + offset < window.innerHeight + MARGIN;
      let cell = this.#shown.get(index);
      if (near && !cell) {
        cell = h("div", { "data-testid": "cellInnerDiv" }, this.#items[index]());
        this.#shown.set(index, cell);
        this.element.append(cell);
        this.#heights[index] = cell.offsetHeight;
      } else if (!near && cell) {
        cell.remove();
        this.#shown.delete(index);
      }
      if (near) cell.style.transform = `translateY(${offset}px)`;
      offset += this.#heightOf(index);
    }
    this.element.style.minHeight = `${offset}px`;
    if (top + offset < window.innerHeight + MARGIN) this.onNearEnd();
  }
}
