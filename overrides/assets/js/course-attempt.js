"use strict";

/**
 * One go at an exam as the record has it: the form, the answers so far, the time used. Holds nothing itself, so that a
 * reload, a crash or a second tab loses nothing. The form is the draft on the exam (flagged: with a time limit), each
 * answer the draft on its question; the last question shown is the one with the newest draft.
 */

/** @typedef {RecordEvent & {verb: "draft"}} DraftEvent */
/** @typedef {RecordEvent & {verb: "examined"}} ExaminedEvent */
/** @typedef {{response: string[], flagged: boolean}} Given */

class CourseAttempt {
  /** @type {DraftEvent[]} by time */
  #drafts;

  /** @param {DraftEvent[]} drafts */
  constructor(drafts) {
    this.#drafts = drafts;
  }

  /**
   * The attempt at an exam that is not finished.
   * @param {string} exam
   */
  static open(exam) {
    const drafts = courseRecord.events().filter((event) => event.verb === "draft" && event.result.of === exam);
    const attempt = new CourseAttempt(/** @type {DraftEvent[]} */ (drafts));
    return attempt.#draft ? attempt : undefined;
  }

  /**
   * @param {string} exam
   * @param {string} attempt
   * @param {string[]} form
   * @param {boolean} timed
   */
  static begin(exam, attempt, form, timed) {
    const result = { of: exam, attempt, response: form, flagged: timed };
    courseRecord.record({ verb: "draft", item: exam, result, seconds: 0 });
  }

  /**
   * Finished attempts, the earliest first; one that two tabs finished at once counts once.
   * @param {string} exam
   */
  static finished(exam) {
    const events = courseRecord.all(exam, "examined");
    return events.filter(({ result }, index) => index === events.findIndex((event) => event.result.attempt === result.attempt));
  }

  /**
   * The forms that the learner had before, the latest last.
   * @param {string} exam
   */
  static earlier(exam) {
    const forms = CourseAttempt.finished(exam).map(({ result }) => result.answers.map((answer) => answer.item));
    const open = CourseAttempt.open(exam);
    return open ? [...forms, open.form] : forms;
  }

  get #draft() {
    return /** @type {DraftEvent} */ (this.#drafts.filter((event) => event.item === event.result.of).pop());
  }

  get exam() {
    return this.#draft.item;
  }

  get id() {
    return this.#draft.result.attempt;
  }

  get form() {
    return [...new Set(this.#draft.result.response)];
  }

  get timed() {
    return this.#draft.result.flagged === true;
  }

  /** Time used so far. */
  get seconds() {
    return Math.max(...this.#drafts.map((event) => event.seconds ?? 0));
  }

  /** The question shown last. */
  get current() {
    return this.#drafts.filter((event) => event.item !== this.exam).pop()?.item ?? this.form[0];
  }

  /**
   * @param {string} question
   * @returns {Given}
   */
  given(question) {
    const draft = this.#drafts.filter((event) => event.item === question).pop();
    return { response: draft?.result.response ?? [], flagged: draft?.result.flagged === true };
  }

  /**
   * @param {string} question
   * @param {Given} given
   * @param {number} seconds
   */
  keep(question, { response, flagged }, seconds) {
    const result = { of: this.exam, attempt: this.id, response, flagged };
    courseRecord.record({ verb: "draft", item: question, result, seconds });
  }

  /**
   * @param {string[]} form
   * @param {number} seconds
   */
  keepForm(form, seconds) {
    const result = { of: this.exam, attempt: this.id, response: form, flagged: this.timed };
    courseRecord.record({ verb: "draft", item: this.exam, result, seconds });
  }

  /**
   * Marks what there is and closes the attempt; a question without an answer counts as wrong.
   * @param {Map<string, BankQuestion>} bank
   * @param {number} passMark  per cent
   * @param {number} seconds
   */
  finish(bank, passMark, seconds) {
    const questions = this.form.flatMap((id) => bank.get(id) ?? []);
    const answers = questions.map((question) => {
      const response = CourseQuestion.known(question, this.given(question.id).response);
      return { item: question.id, response, ...CourseGrading.mark(question, response) };
    });
    const score = answers.reduce((sum, answer) => sum + answer.score, 0) / Math.max(1, answers.length);
    const crossed = questions.some((question, index) => question.red_line && !answers[index].correct);
    const passed = CourseAttempt.percent(score) >= passMark && !crossed;
    courseRecord.record({ verb: "examined", item: this.exam, result: { attempt: this.id, score, passed, answers }, seconds });
  }

  /**
   * Whole per cent, never rounded up: what is shown as the pass mark has passed.
   * @param {number} score
   */
  static percent(score) {
    return Math.floor(score * 100 + 1e-6);
  }
}
