"use strict";

/** `<course-exam-history data-text-…>`: earlier results of an exam, the latest first, each with a button that names its attempt. */
class CourseExamHistory extends HTMLElement {
  #shown = "";

  /** @param {ExaminedEvent[]} finished  by time */
  show(finished) {
    const attempts = finished.map(({ result }) => result.attempt).join(" ");
    if (this.#shown === attempts) return;
    this.#shown = attempts;
    this.querySelector("ul")?.replaceChildren(...finished.map((event) => this.#row(event)).reverse());
    this.hidden = !finished.length;
  }

  /** @param {ExaminedEvent} event */
  #row({ at, result }) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    const row = /** @type {Element} */ (document.importNode(/** @type {Element} */ (template.content.firstElementChild), true));
    const button = /** @type {HTMLElement} */ (row.querySelector("button"));
    const words = { date: CourseExamTime.moment(at), score: CourseAttempt.percent(result.score) };
    /** @type {Element} */ (row.querySelector("span")).textContent = this.#say(result.passed ? "passed" : "failed", words);
    button.dataset.attempt = result.attempt;
    button.setAttribute("aria-label", `${button.textContent} ${words.date}`);
    return row;
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  #say(name, values) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }
}

customElements.define("course-exam-history", CourseExamHistory);
