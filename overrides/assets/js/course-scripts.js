"use strict";

/**
 * `<course-scripts data-text-found data-text-none>`: the script library, narrowed by situation, channel, step, tone and words.
 * What the learner keeps is noted in the record as worksheets are (course-form.js); what is in view prints as cards.
 */
class CourseScripts extends CourseForm {
  #unfollow = () => {};
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    for (const part of this.#all(".scripts-filter, .scripts-actions, .scripts-keep")) part.hidden = false;
    this.addEventListener("input", this.#show);
    this.addEventListener("submit", (event) => event.preventDefault());
    this.addEventListener("click", this.#press);
    this.#unfollow = courseRecord.subscribe(this.#show);
    this.#show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unfollow();
  }

  get prefix() {
    return "scripts.";
  }

  /** @param {string} selector */
  #all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(selector));
  }

  /** What each filter is set to; unset ones are left out. */
  get #wanted() {
    const filters = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (this.querySelectorAll("[data-filter]"));
    const set = [...filters].filter((filter) => !(filter instanceof HTMLInputElement && filter.type === "checkbox") || filter.checked);
    return set.map((filter) => [filter.dataset.filter ?? "", filter.value.trim().toLowerCase()]).filter(([, value]) => value);
  }

  #show = () => {
    const wanted = this.#wanted;
    let found = 0;
    for (const script of this.#all("[data-script]")) {
      script.hidden = !wanted.every(([name, value]) => CourseScripts.#fits(script, name, value));
      if (!script.hidden) found += 1;
    }
    for (const group of this.#all(".scripts-group")) group.hidden = !group.querySelector("[data-script]:not([hidden])");
    this.#tell(".scripts-count", (found ? this.dataset.textFound : this.dataset.textNone)?.replace("{n}", String(found)));
  };

  /**
   * @param {HTMLElement} script
   * @param {string} name
   * @param {string} value
   */
  static #fits(script, name, value) {
    if (name === "mine") return script.querySelector("input")?.checked ?? false;
    if (name === "words") return value.split(/\s+/).every((word) => CourseScripts.#words(script).includes(word));
    return (script.dataset[name] ?? "").split(" ").includes(value);
  }

  /**
   * The sentence, and when to say it and when not; without the labels, which stand in every script.
   * @param {HTMLElement} script
   */
  static #words(script) {
    return Array.from(script.querySelectorAll(".scripts-text, .scripts-when"), (part) => part.lastChild?.textContent ?? "").join("\n").toLowerCase();
  }

  /** @param {MouseEvent} event */
  #press = (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-do]");
    const action = button && button.getAttribute("data-do");
    if (action === "print") CoursePrint.only([this]);
    if (action === "reset") this.#reset();
    if (button && action === "copy") this.#copy(button.closest("[data-script]"));
  };

  #reset() {
    /** @type {HTMLFormElement} */ (this.querySelector("form")).reset();
    this.#show();
  }

  /** @param {Element | null} script  its words without the quotation marks around them */
  async #copy(script) {
    const words = (script?.querySelector(".scripts-text")?.textContent ?? "").trim().replace(/^“(.*)”$/s, "$1");
    const outcome = await CourseCopy.text(words, /** @type {HTMLTextAreaElement} */ (this.querySelector(".scripts-copy")));
    const status = /** @type {HTMLElement} */ (this.querySelector(".scripts-copied"));
    clearTimeout(this.#timer);
    if (outcome === "copied") this.#timer = window.setTimeout(() => this.#tell(".scripts-copied"), 4000); // else the next copy would change nothing
    this.#tell(".scripts-copied", outcome === "copied" ? status.dataset.textCopied : status.dataset.textByHand);
  }

  /**
   * @param {string} place
   * @param {string} [words]
   */
  #tell(place, words = "") {
    const status = this.querySelector(place);
    if (status && status.textContent !== words) status.textContent = words;
  }
}

customElements.define("course-scripts", CourseScripts);
