"use strict";

/**
 * `<course-exam-result data-text-…>`: what came of a finished attempt. Objectives and links to their lessons are
 * server-rendered; each question is shown with its feedback, folded. Records nothing.
 */
class CourseExamResult extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#click);
  }

  /**
   * @param {ExaminedEvent} event
   * @param {Map<string, BankQuestion>} bank
   */
  show({ at, item, result, seconds = 0 }, bank) {
    const { answers, attempt, passed, score } = result;
    const crossed = answers.filter((answer) => bank.get(answer.item)?.red_line && !answer.correct).length;
    this.dataset.passed = String(passed);
    this.#part("verdict").textContent = this.#say(passed ? "passed" : "failed");
    this.#part("summary").textContent = this.#say("summary", {
      score: CourseAttempt.percent(score),
      right: answers.filter((answer) => answer.correct).length,
      total: answers.length,
      minutes: CourseExam.minutes(seconds),
      date: CourseExam.date(at),
    });
    this.#part("red-line").hidden = !crossed;
    this.#part("red-line").textContent = this.#say("red-line", { crossed });
    this.#showObjectives(answers, bank);
    const items = answers.map((answer, index) => this.#item(answer, index + 1, attempt, bank.get(answer.item)));
    this.#part("questions").replaceChildren(...items);
    this.#showCertificate({ at, item, result }, answers.length);
  }

  /**
   * What needs another look first; objectives that were not asked are left out.
   * @param {ExamAnswer[]} answers
   * @param {Map<string, BankQuestion>} bank
   */
  #showObjectives(answers, bank) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-objective]"))) {
      const asked = answers.filter((answer) => bank.get(answer.item)?.objective === row.dataset.objective);
      const right = asked.filter((answer) => answer.correct).length;
      row.hidden = !asked.length;
      /** @type {Element} */ (row.querySelector("b")).textContent = this.#say("count", { right, total: asked.length });
      this.#part(right < asked.length ? "again" : "known").append(row);
    }
    for (const name of ["again", "known"]) {
      const box = /** @type {HTMLElement} */ (this.#part(name).parentElement);
      box.hidden = !this.#part(name).querySelector("[data-objective]:not([hidden])");
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
   * @param {number} count
   */
  #showCertificate(event, count) {
    const certificate = /** @type {CourseCertificate | null} */ (this.querySelector("course-certificate"));
    if (!certificate) return;
    certificate.hidden = !event.result.passed;
    if (event.result.passed) certificate.show(event, count);
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
