"use strict";

/**
 * `<course-review-sheet data-text-…>`: asks the questions of a sitting one at a time. How certain one is belongs to the
 * answer; both are recorded at once, then come the verdict, the reasons and the next date. The bubbling event
 * `course-review-done` says that nothing is left or that the learner stops.
 */

/** @typedef {RecordEvent & {verb: "reviewed"}} ReviewEvent */
class CourseReviewSheet extends HTMLElement {
  #session = new CourseSession([]);
  /** @type {Map<string, BankQuestion>} */
  #bank = new Map();
  /** @type {BankIndex} */
  #index = {};
  #clock = new CourseClock(() => {});
  /** @type {CourseQuestion | undefined} */
  #question;
  #seed = "";
  #number = 0;
  #revealed = false;
  /** Reviews that the record held of each question when this page last looked. @type {Map<string, number>} */
  #seen = new Map();

  connectedCallback() {
    this.#part("form").addEventListener("submit", this.#submit);
    this.addEventListener("click", this.#click);
    this.addEventListener("change", this.#mend);
    this.addEventListener("course-response", this.#mend);
  }

  disconnectedCallback() {
    this.#clock.stop();
  }

  /**
   * @param {CourseSession} session
   * @param {Map<string, BankQuestion>} bank  holds every question of the sitting
   * @param {BankIndex} index
   * @param {string} seed
   */
  open(session, bank, index, seed) {
    this.#session = session;
    this.#bank = bank;
    this.#index = index;
    this.#seed = seed;
    this.#number = 0;
    this.#seen = new Map(session.left.map((id) => [id, CourseReviewSheet.#reviews(id).length]));
    this.#ask();
  }

  close() {
    this.#clock.stop();
    this.#question = undefined;
    this.#part("question").textContent = "";
  }

  /** The record changed; what another window answered is not asked here again. */
  refresh() {
    const asked = this.#question?.question.id;
    for (const id of this.#session.left) {
      const reviews = CourseReviewSheet.#reviews(id);
      if (reviews.length <= (this.#seen.get(id) ?? 0)) continue;
      this.#session.drop(id);
      if (id === asked && !this.#revealed) this.#showForeign(reviews[reviews.length - 1]);
    }
    this.#showPlace();
  }

  /** @param {string} id */
  static #reviews(id) {
    return courseRecord.all(id, "reviewed");
  }

  #ask() {
    const question = this.#bank.get(this.#session.current ?? "");
    if (!question) return this.#end();
    this.#number += 1;
    this.#revealed = false;
    this.#question = CourseQuestion.create();
    this.#question.ask(question, `${this.#seed} ${this.#number} ${question.id}`);
    this.#part("question").replaceChildren(this.#question);
    this.#part("again").hidden = !this.#session.again;
    for (const radio of this.#radios) radio.checked = false;
    this.#turn(false);
    this.#showPlace();
    this.#clock.start(0);
    this.#question.focusPrompt();
    this.scrollIntoView();
  }

  /** @param {boolean} answered */
  #turn(answered) {
    for (const name of ["confidence", "submit"]) this.#part(name).hidden = answered;
    for (const name of ["after", "next"]) this.#part(name).hidden = !answered;
    for (const name of ["no-answer", "no-confidence", "elsewhere"]) this.#part(name).textContent = "";
  }

  #showPlace() {
    const waiting = this.#session.left.length - (this.#revealed ? 0 : 1);
    this.#part("place").textContent = this.#say(waiting > 0 ? "place" : "place-last", { number: this.#number, left: waiting });
    this.#part("next").textContent = this.#say(waiting > 0 ? "next" : "finish");
  }

  get #radios() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.#part("confidence").querySelectorAll("input"));
  }

  get #confidence() {
    return /** @type {Confidence | 0} */ (Number([...this.#radios].find((radio) => radio.checked)?.value ?? 0));
  }

  /** @param {Event} event */
  #submit = (event) => {
    event.preventDefault();
    const question = this.#question;
    const confidence = this.#confidence;
    if (!question || this.#revealed) return;
    this.#part("no-answer").textContent = question.complete ? "" : this.#say("no-answer");
    this.#part("no-confidence").textContent = confidence ? "" : this.#say("no-confidence");
    if (!question.complete) return question.focusPrompt();
    if (!confidence) return this.#radios[0].focus();
    this.#answer(question, confidence);
  };

  /** A complaint goes when its reason does. */
  #mend = () => {
    if (this.#question?.complete) this.#part("no-answer").textContent = "";
    if (this.#confidence) this.#part("no-confidence").textContent = "";
  };

  /**
   * @param {CourseQuestion} question
   * @param {Confidence} confidence
   */
  #answer(question, confidence) {
    const { id } = question.question;
    const response = question.response;
    const again = this.#session.again;
    const mark = question.reveal();
    this.#clock.stop();
    this.#revealed = true;
    this.#session.answer(mark.correct, confidence);
    this.#seen.set(id, CourseReviewSheet.#reviews(id).length + 1);
    CourseReviewSheet.#record(id, { ...mark, response, confidence }, this.#clock.seconds);
    this.#showAfter(!mark.correct ? "after-wrong" : again ? "after-again" : confidence === CourseSchedule.GUESSED ? "after-guess" : "after-right");
    question.focusVerdict();
  }

  /**
   * At its true time, also where a clock that was ahead left a later review of the question.
   * @param {string} item
   * @param {ReviewDraft["result"]} result
   * @param {number} seconds
   */
  static #record(item, result, seconds) {
    const latest = courseRecord.latest(item, "reviewed");
    const ahead = latest && CourseSchedule.day(latest.at) > CourseSchedule.today();
    const draft = { .../** @type {ReviewDraft} */ ({ verb: "reviewed", item, result, seconds }), ...(ahead && { at: new Date().toISOString() }) };
    courseRecord.record(draft);
  }

  /** @param {"after-right" | "after-guess" | "after-again" | "after-wrong"} name */
  #showAfter(name) {
    const id = this.#question?.question.id ?? "";
    const due = CourseSchedule.of(courseRecord.events(), this.#index).get(id)?.due ?? CourseSchedule.today() + 1;
    const days = due - CourseSchedule.today();
    const when = this.#say(days === 1 ? "tomorrow" : "in-days", { days, date: CourseReviewPlan.date(due) });
    this.#turn(true);
    this.#part("when").textContent = this.#say(name, { when });
    const link = /** @type {CourseReview | null} */ (this.closest("course-review"))?.lessonOf(id);
    this.#part("lesson").replaceChildren(...(link ? [link] : []));
    this.#showPlace();
  }

  /** @param {ReviewEvent} review  what another window answered */
  #showForeign({ result }) {
    const question = /** @type {CourseQuestion} */ (this.#question);
    this.#clock.stop();
    this.#revealed = true;
    question.response = result.response;
    question.reveal();
    this.#showAfter("after-right");
    this.#part("elsewhere").textContent = this.#say("elsewhere");
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest("button"));
    if (button && button.dataset.action === "next") this.#ask();
    if (button && button.dataset.action === "stop") this.#end();
  };

  #end() {
    this.close();
    this.dispatchEvent(new Event("course-review-done", { bubbles: true }));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-sheet="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }
}

customElements.define("course-review-sheet", CourseReviewSheet);
