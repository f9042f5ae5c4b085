"use strict";

/**
 * `<course-review-result data-text-…>`: what came of a sitting, and how well the learner knew what was known: right answers
 * by how sure one was, in this sitting and in all of them.
 */
class CourseReviewResult extends HTMLElement {
  static #levels = /** @type {Confidence[]} */ ([3, 2, 1]);

  /**
   * @param {CourseSession} session
   * @param {Map<string, BankQuestion>} bank
   */
  show(session, bank) {
    const { answers, missed } = session;
    const right = answers.filter((answer) => answer.correct).length;
    this.#part("summary").textContent = this.#say("summary", { right, total: answers.length });
    this.#part("open").textContent = this.#say("open", { open: missed.length });
    this.#part("open").hidden = !missed.length;
    this.#showCertain(answers);
    this.#part("rows").replaceChildren(...this.#rows(answers));
    const slips = answers.filter((answer) => answer.confidence === 3 && !answer.correct);
    this.#part("slips").replaceChildren(...slips.flatMap(({ id }) => this.#slip(bank.get(id))));
    /** @type {HTMLElement} */ (this.#part("slips").parentElement).hidden = !slips.length;
  }

  focusHeading() {
    this.#part("heading").focus();
  }

  /** @param {FirstAnswer[]} answers */
  #showCertain(answers) {
    const certain = answers.filter((answer) => answer.confidence === 3);
    const right = certain.filter((answer) => answer.correct).length;
    this.#part("certain").textContent = this.#say("certain", { right, total: certain.length });
    this.#part("certain").hidden = !certain.length;
  }

  /** @param {FirstAnswer[]} answers */
  #rows(answers) {
    const all = CourseReviewResult.#firstOfEachDay();
    return CourseReviewResult.#levels.flatMap((level) => {
      if (!all.some((answer) => answer.confidence === level)) return [];
      const row = document.createElement("tr");
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = this.#say(`level-${level}`);
      row.append(head);
      for (const list of [answers, all]) row.insertCell().textContent = this.#share(list.filter((answer) => answer.confidence === level));
      return [row];
    });
  }

  /** @param {{correct: boolean}[]} answers */
  #share(answers) {
    const right = answers.filter((answer) => answer.correct).length;
    return answers.length ? this.#say("share", { right, total: answers.length }) : "–";
  }

  /** Every review on record; what was answered again the same day, with the reasons just read, says nothing. */
  static #firstOfEachDay() {
    const reviews = courseRecord.events().flatMap((event) => (event.verb === "reviewed" ? [event] : []));
    const days = new Map(reviews.reverse().map(({ item, at, result }) => [`${item} ${CourseSchedule.day(at)}`, result]));
    return [...days.values()];
  }

  /** @param {BankQuestion} [question] */
  #slip(question) {
    if (!question) return [];
    const item = document.createElement("li");
    const text = document.createElement("p");
    const link = /** @type {CourseReview | null} */ (this.closest("course-review"))?.lessonOf(question.id);
    text.textContent = question.prompt.replace(/\s+/g, " ");
    item.append(text, ...(link ? [link] : []));
    return [item];
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-result="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }
}

customElements.define("course-review-result", CourseReviewResult);
