"use strict";

/**
 * `<course-exam-result data-text-…>`: what came of a finished attempt. Lessons and their objectives are server-rendered;
 * each question is shown with its feedback, folded. Records nothing.
 */
class CourseExamResult extends HTMLElement {
  /** @type {HTMLElement[]} in the order of the lessons, wherever they stand now */
  #lessons = [];

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.#lessons = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-lesson]"))];
  }

  /**
   * @param {ExaminedEvent} event
   * @param {Map<string, BankQuestion>} bank
   */
  show({ at, item, result, seconds = 0 }, bank) {
    const { answers, attempt, passed, score } = result;
    const red = answers.filter((answer) => bank.get(answer.item)?.red_line);
    const crossed = red.filter((answer) => !answer.correct).length;
    this.dataset.passed = String(passed);
    this.#part("verdict").textContent = this.#say(passed ? "passed" : "failed");
    this.#part("summary").textContent = this.#say("summary", {
      score: CourseAttempt.percent(score),
      right: answers.filter((answer) => answer.correct).length,
      total: answers.length,
      minutes: CourseExamTime.minutes(seconds),
      date: CourseExamTime.date(at),
    });
    this.#part("attempt").textContent = this.#say("attempt", { attempt });
    this.#part("red-line").hidden = !crossed;
    this.#part("red-line").textContent = this.#say("red-line", { crossed });
    this.#showLessons(answers, bank);
    const items = answers.map((answer, index) => this.#item(answer, index + 1, attempt, bank.get(answer.item)));
    this.#part("questions").replaceChildren(...items);
    this.#showCertificate({ at, item, result }, red.length);
  }

  /**
   * Lessons that need another look first, with the objectives that were missed; lessons that were not asked are left out.
   * @param {ExamAnswer[]} answers
   * @param {Map<string, BankQuestion>} bank
   */
  #showLessons(answers, bank) {
    for (const row of this.#lessons) {
      const asked = answers.filter((answer) => bank.get(answer.item)?.lesson === row.dataset.lesson);
      const wrong = asked.filter((answer) => !answer.correct);
      const missed = new Set(wrong.map((answer) => bank.get(answer.item)?.objective));
      row.hidden = !asked.length;
      /** @type {Element} */ (row.querySelector("b")).textContent = this.#say("count", { right: asked.length - wrong.length, total: asked.length });
      for (const objective of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-objective]"))) {
        objective.hidden = !missed.has(objective.dataset.objective);
      }
      this.#part(wrong.length ? "again" : "known").append(row);
    }
    for (const name of ["again", "known"]) {
      const box = /** @type {HTMLElement} */ (this.#part(name).parentElement);
      box.hidden = !this.#part(name).querySelector("[data-lesson]:not([hidden])");
    }
  }

  /**
   * @param {ExamAnswer} answer
   * @param {number} number
   * @param {string} attempt
   * @param {BankQuestion} [question]
   */
  #item(answer, number, attempt, question) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    const item = /** @type {Element} */ (document.importNode(/** @type {Element} */ (template.content.firstElementChild), true));
    const verdict = this.#say(!answer.response.length ? "none" : answer.correct ? "right" : answer.score ? "partly" : "wrong");
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(`[data-part="${name}"]`));
    item.setAttribute("data-correct", String(answer.correct));
    part("number").textContent = this.#say("number", { number });
    part("outcome").textContent = verdict;
    part("crossed").hidden = answer.correct || !question?.red_line;
    part("title").textContent = question ? question.prompt.replace(/\s+/g, " ") : this.#say("withdrawn");
    if (question) {
      const element = CourseQuestion.create();
      element.ask(question, `${attempt} ${question.id}`, answer.response);
      element.reveal();
      part("question").append(element);
    }
    return item;
  }

  /**
   * @param {Pick<ExaminedEvent, "at" | "item" | "result">} event
   * @param {number} red  number of red-line questions
   */
  #showCertificate(event, red) {
    const certificate = /** @type {CourseCertificate | null} */ (this.querySelector("course-certificate"));
    if (!certificate) return;
    certificate.hidden = !event.result.passed;
    if (event.result.passed) certificate.show(event, red);
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest('button[data-action="print"]');
    if (!button) return;
    CoursePrint.only([/** @type {Element} */ (this.closest("course-exam")), button.closest("course-certificate") ?? this]);
  };

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

customElements.define("course-exam-result", CourseExamResult);
