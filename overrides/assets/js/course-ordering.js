"use strict";

/**
 * Steps to be put in order: by buttons, which keep the focus and say where the step is now. The order shown first is
 * never the right one; until a step has been moved there is no response.
 * @implements {ResponseField}
 */
class OrderingResponse {
  #owner;
  #steps;
  /** @type {HTMLElement} */
  #list;
  /** @type {HTMLElement} */
  #message;
  #touched = false;
  parts;

  /**
   * @param {BankQuestion} question
   * @param {string} seed
   * @param {CourseQuestion} owner
   */
  constructor({ steps = [] }, seed, owner) {
    this.#owner = owner;
    this.#steps = steps;
    const part = CourseQuestion.part("ordering");
    this.#list = /** @type {HTMLElement} */ (part.querySelector("[data-part='steps']"));
    this.#message = /** @type {HTMLElement} */ (part.querySelector("[data-part='message']"));
    this.#list.append(...OrderingResponse.#start(seed, steps).map((step) => this.#item(step)));
    this.#list.addEventListener("click", this.#click);
    this.parts = [part];
    this.#mark();
  }

  /**
   * @param {string} seed
   * @param {BankStep[]} steps
   */
  static #start(seed, steps) {
    const order = CourseShuffle.list(seed, steps);
    const right = order.every((step, index) => step === steps[index]);
    return right ? [...order.slice(1), ...order.slice(0, 1)] : order;
  }

  get value() {
    return this.#touched ? this.#items.map((item) => item.dataset.step ?? "") : [];
  }

  set value(response) {
    this.#touched = response.length > 0;
    for (const id of response) {
      const item = this.#items.find((one) => one.dataset.step === id);
      if (item) this.#list.append(item);
    }
    this.#mark();
  }

  get #items() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }

  /** @param {BankStep} step */
  #item({ id, text }) {
    const item = CourseQuestion.part("step");
    item.dataset.step = id;
    /** @type {Element} */ (item.querySelector("[data-part='text']")).textContent = text;
    for (const button of item.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent} ${text}`);
    return item;
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    const item = button && /** @type {HTMLElement | null} */ (button.closest("li"));
    if (!button || !item || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.move === "up") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    button.focus();
    this.#moved(item);
  };

  /** @param {HTMLElement} item */
  #moved(item) {
    this.#touched = true;
    this.#mark();
    const place = this.#items.indexOf(item) + 1;
    const text = item.querySelector("[data-part='text']")?.textContent ?? "";
    this.#message.textContent = this.#owner.say("moved", { text, place, total: this.#items.length });
    this.#owner.changed();
  }

  /** The first step cannot go up, the last not down; their buttons stay where they are, so that the focus does too. */
  #mark() {
    const items = this.#items;
    items.forEach((item, index) => {
      item.querySelector("[data-move='up']")?.setAttribute("aria-disabled", String(index === 0));
      item.querySelector("[data-move='down']")?.setAttribute("aria-disabled", String(index === items.length - 1));
    });
  }

  /** The right order below the learner's own, unless it is the same. */
  reveal() {
    for (const button of this.#list.querySelectorAll("button")) button.remove();
    if (this.#steps.every(({ id }, index) => id === this.value[index])) return [];
    const part = CourseQuestion.part("order");
    part.querySelector("ol")?.append(...this.#steps.map(({ text }) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    return [...part.children];
  }
}
