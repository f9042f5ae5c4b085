"use strict";

/**
 * `<course-quiz data-question data-text-…>` around one question of mkdocs-quiz, whose own script, unmodified, runs
 * after this one. Adds what that script lacks: a refusal of empty answers, partial credit, the truth about a half-right
 * answer, every option's feedback, and state that follows the question's id (mkdocs-quiz files it under the page's path).
 */

/** @typedef {"right" | "partly" | "wrong"} Verdict */
/** @typedef {{answered: true, correct: boolean, selectedValues: string[]}} QuizState  what mkdocs-quiz stores */

class CourseQuiz extends HTMLElement {
  #shown = performance.now();
  #observer = new IntersectionObserver((entries) => this.#firstSeen(entries));

  connectedCallback() {
    this.#observer.observe(this);
    this.addEventListener("keydown", this.#keepEnter);
    this.addEventListener("submit", this.#submit, true);
    this.addEventListener("change", this.#change);
    this.addEventListener("click", this.#click);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
  }

  /** Hand the record's state to mkdocs-quiz, in place of whatever it may have stored itself. */
  static seed() {
    const quizzes = /** @type {NodeListOf<CourseQuiz>} */ (document.querySelectorAll("course-quiz"));
    const states = Object.assign({}, ...Array.from(quizzes, (quiz) => quiz.#recorded()));
    try {
      localStorage.setItem(CourseQuiz.#key, JSON.stringify(states));
    } catch {
      // Storage denied or full: the questions start unanswered.
    }
  }

  /** mkdocs-quiz starts twice under Material (at once, and with document$); when all scripts have run it has done both. */
  static settle() {
    const quizzes = /** @type {NodeListOf<CourseQuiz>} */ (document.querySelectorAll("course-quiz"));
    quizzes.forEach((quiz) => quiz.#restore());
    addEventListener("quizProgressUpdate", CourseQuiz.#forget);
    CourseQuiz.#forget();
  }

  /** The record alone keeps answers: nothing may stay behind under a page's path, least of all after a reset. */
  static #forget() {
    try {
      localStorage.removeItem(CourseQuiz.#key);
    } catch {
      // Storage denied: there is nothing to remove.
    }
  }

  static get #key() {
    return `quiz_progress_${location.pathname}`;
  }

  get question() {
    return this.dataset.question ?? "";
  }

  get #options() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input[name="answer"]'))];
  }

  get #box() {
    return /** @type {HTMLElement | null} */ (this.querySelector(".quiz-feedback"));
  }

  /** @returns {Answer} what is chosen now */
  #answer() {
    const keys = this.#options.filter((option) => option.hasAttribute("data-correct")).map((option) => option.value);
    const response = this.#options.filter((option) => option.checked).map((option) => option.value).sort();
    return { ...CourseGrading.choice(keys, response), response };
  }

  /** @returns {Record<string, QuizState>} the latest answer, by mkdocs-quiz's id, as far as its options still exist */
  #recorded() {
    const latest = courseRecord.latest(this.question, "answered");
    const id = this.querySelector(".quiz")?.id;
    if (!id || !latest) return {};
    const chosen = this.#options.filter((option) => latest.result.response.includes(option.value));
    if (!chosen.length) return {};
    const keys = this.#options.filter((option) => option.hasAttribute("data-correct"));
    const values = chosen.map((option) => option.value);
    const { correct } = CourseGrading.choice(keys.map((option) => option.value), values);
    return { [id]: { answered: true, correct, selectedValues: values } };
  }

  /** Only the reset button nearest the submit button, the last one made, is alive. */
  #restore() {
    const [alive, ...dead] = this.querySelectorAll(".quiz-reset-button");
    dead.forEach((button) => button.remove());
    if (alive && !alive.classList.contains("hidden")) this.#show(this.#answer());
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #firstSeen(entries) {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.#shown = performance.now();
    this.#observer.disconnect();
  }

  /**
   * Enter on an option would submit the form; only the button may.
   * @param {KeyboardEvent} event
   */
  #keepEnter = (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  /**
   * In the capture phase, before mkdocs-quiz, which stops the event at the form.
   * @param {SubmitEvent} event
   */
  #submit = (event) => {
    event.preventDefault();
    if (this.#answer().response.length) {
      event.target?.addEventListener("submit", this.#answered, { once: true });
    } else {
      event.stopPropagation();
      this.#say(this.dataset.textChoose);
      this.#box?.focus();
    }
  };

  #answered = () => {
    const result = this.#answer();
    const seconds = Math.round((performance.now() - this.#shown) / 1000);
    courseRecord.record({ verb: "answered", item: this.question, result, seconds });
    this.#show(result);
  };

  /** @param {Answer} answer */
  #show({ score }) {
    /** @type {Verdict} */
    const verdict = score === 1 ? "right" : score > 0 ? "partly" : "wrong";
    this.dataset.answered = verdict;
    this.#say(this.getAttribute(`data-text-${verdict}`));
    this.#showOptions(true);
  }

  /** @param {string | null | undefined} text */
  #say(text) {
    const box = this.#box;
    if (!box) return;
    box.tabIndex = -1;
    box.textContent = text ?? "";
    box.classList.toggle("hidden", !text);
  }

  /** @param {boolean} shown */
  #showOptions(shown) {
    this.querySelectorAll(".answer-feedback").forEach((feedback) => feedback.classList.toggle("hidden", !shown));
  }

  /** A choice made after the reminder answers it. */
  #change = () => {
    if (!this.dataset.answered) this.#say("");
  };

  /**
   * mkdocs-quiz has just cleared the choices and hidden the button that has the focus.
   * @param {MouseEvent} event
   */
  #click = (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(".quiz-reset-button")) return;
    delete this.dataset.answered;
    this.#say("");
    this.#showOptions(false);
    this.#options[0]?.focus();
  };
}

Object.assign(window, {
  mkdocsQuizConfig: { confetti: false, showProgress: false },
  mkdocsQuizTranslations: JSON.parse(courseRecord.dataset.translations ?? "{}"),
});
customElements.define("course-quiz", CourseQuiz);
CourseQuiz.seed();
document.addEventListener("DOMContentLoaded", CourseQuiz.settle); // course-early.js gives it again where scripts come late
