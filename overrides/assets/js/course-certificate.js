"use strict";

/**
 * `<course-certificate data-text-…>`: a sheet to print for an exam that was passed. The name is what the learner types, kept
 * as a note; everything else comes from the attempt.
 */
class CourseCertificate extends HTMLElement {
  #exam = "";
  #unsubscribe = () => {};

  connectedCallback() {
    this.#input.addEventListener("input", this.#typed);
    this.#unsubscribe = courseRecord.subscribe(this.#showName);
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /**
   * @param {{at: string, item: string, result: Examined}} event  a passed attempt
   * @param {number} red  number of red-line questions, all of them right
   */
  show({ at, item, result }, red) {
    this.#exam = item;
    this.#part("facts").textContent = this.#say("facts", { date: CourseExamTime.date(at) });
    const score = this.#say("score", { count: result.answers.length, score: CourseAttempt.percent(result.score) });
    this.#part("score").textContent = score + (red ? this.#say("red-lines", { red }) : "");
    this.#part("course").textContent = courseRecord.dataset.title ?? "";
    this.#part("number").textContent = this.#say("number", { attempt: result.attempt });
    this.#showName();
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #item() {
    return `${this.#exam}.name`;
  }

  #typed = () => {
    courseRecord.record({ verb: "note", item: this.#item, result: { value: this.#input.value } });
  };

  #showName = () => {
    if (!this.#exam) return;
    const name = courseRecord.latest(this.#item, "note")?.result.value ?? "";
    if (this.#input.value !== name) this.#input.value = name;
    this.#part("name").textContent = name.trim() || "\u00a0";
  };

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-certificate="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  #say(name, values) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }
}

customElements.define("course-certificate", CourseCertificate);
