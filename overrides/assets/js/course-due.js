"use strict";

/**
 * `<course-due data-text-…>`: the link to the review in the header of every page, shown when something is due. What it
 * counts with is loaded only when the record holds something to review, and after the page is at rest.
 */
class CourseDue extends HTMLElement {
  static #folder = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  static #verbs = ["read", "answered", "reviewed"];
  #waiting = false;
  #unsubscribe = () => {};

  connectedCallback() {
    this.#unsubscribe = courseRecord.subscribe(this.#wait);
    document.addEventListener("visibilitychange", this.#wait);
    if (document.readyState === "complete") this.#wait();
    else addEventListener("load", this.#wait, { once: true });
  }

  disconnectedCallback() {
    this.#unsubscribe();
    document.removeEventListener("visibilitychange", this.#wait);
  }

  /** Counts when the browser has nothing else to do, once for several changes. */
  #wait = () => {
    if (this.#waiting || document.readyState !== "complete") return;
    this.#waiting = true;
    const count = () => {
      this.#waiting = false;
      this.#count().then(this.#show, () => this.#show(0));
    };
    if ("requestIdleCallback" in window) requestIdleCallback(count, { timeout: 1000 }); // some browsers wait for a next frame that need not come
    else setTimeout(count, 200);
  };

  async #count() {
    const events = courseRecord.events();
    if (!events.some((event) => CourseDue.#verbs.includes(event.verb))) return 0;
    if (typeof CourseSchedule === "undefined") await CourseDue.#load("course-schedule.js");
    const index = await CourseDue.#index();
    return CourseSchedule.dueBy(CourseSchedule.of(courseRecord.events(), index), CourseSchedule.today()).length;
  }

  /** @param {number} count */
  #show = (count) => {
    const link = /** @type {HTMLElement} */ (this.querySelector("a"));
    const say = (/** @type {string} */ name) => (this.getAttribute(`data-text-${name}`) ?? "").replaceAll("{count}", String(count));
    /** @type {Element} */ (link.firstElementChild).textContent = say("count");
    link.setAttribute("aria-label", say(count === 1 ? "one" : "many"));
    this.hidden = !count;
  };

  /** @returns {Promise<BankIndex>} */
  static async #index() {
    if (typeof CourseBank !== "undefined") return CourseBank.index();
    const find = () => /** @type {BankFile[]} */ (Reflect.get(window, "courseBank") ?? []).find((file) => file.index)?.index;
    if (!find()) await CourseDue.#load("../bank/index.js");
    return find() ?? {};
  }

  /** @type {Map<string, Promise<void>>} */
  static #loading = new Map();

  /**
   * Once each; a file that did not come is asked for again at the next change.
   * @param {string} name
   */
  static #load(name) {
    const begun = CourseDue.#loading.get(name) ?? CourseDue.#add(name);
    CourseDue.#loading.set(name, begun);
    begun.catch(() => CourseDue.#loading.delete(name));
    return begun;
  }

  /**
   * @param {string} name
   * @returns {Promise<void>}
   */
  static #add(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(name, CourseDue.#folder).href;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(script.src)));
      document.head.append(script);
    });
  }
}

customElements.define("course-due", CourseDue);
