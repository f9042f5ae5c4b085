"use strict";

/**
 * `<course-exam-time data-minutes data-text-…>`: the time used at an exam, or left where the learner chose the limit. Says by
 * the bubbling event `course-exam-time` what is due: {due: "keep" | "warning" | "over", minutes: left}. Also puts
 * times into words for the other elements of an exam.
 */
class CourseExamTime extends HTMLElement {
  static #keepEvery = 30;
  static #warnings = [5, 1];
  #clock = new CourseClock((seconds) => this.#tick(seconds));
  #limit = Infinity;
  #kept = 0;
  #warned = Infinity;

  get seconds() {
    return this.#clock.seconds;
  }

  /** @param {CourseAttempt} attempt */
  start(attempt) {
    this.#limit = attempt.timed ? Number(this.dataset.minutes ?? Infinity) * 60 : Infinity;
    this.#kept = attempt.seconds;
    this.#warned = Infinity;
    this.toggleAttribute("data-limited", this.#limit < Infinity);
    this.#clock.start(attempt.seconds);
    this.#tick(attempt.seconds);
  }

  stop() {
    this.#clock.stop();
  }

  /**
   * Another tab counted further.
   * @param {number} seconds
   */
  notBefore(seconds) {
    this.#clock.notBefore(seconds);
  }

  /** @param {number} seconds */
  #tick(seconds) {
    const left = this.#limit - seconds;
    if (left <= 0) return this.#send("over", 0);
    const text = this.#text(seconds, left);
    if (this.textContent !== text) this.textContent = text;
    this.#warn(left);
    if (seconds - this.#kept < CourseExamTime.#keepEvery) return;
    this.#kept = seconds;
    this.#send("keep", left);
  }

  /**
   * Whole minutes; seconds only in the last one.
   * @param {number} seconds
   * @param {number} left
   */
  #text(seconds, left) {
    if (left === Infinity) return this.#say("used", CourseExamTime.minutes(seconds));
    return left > 60 ? this.#say("left", Math.ceil(left / 60)) : this.#say("left-seconds", left);
  }

  /** @param {number} left  a limit no longer than the warning needs none */
  #warn(left) {
    const due = CourseExamTime.#warnings.filter((minutes) => left <= minutes * 60 && minutes * 60 < this.#limit).pop() ?? Infinity;
    this.toggleAttribute("data-low", due < Infinity);
    if (due >= this.#warned) return;
    this.#warned = due;
    this.#send("warning", left);
  }

  /**
   * @param {"keep" | "warning" | "over"} due
   * @param {number} left
   */
  #send(due, left) {
    this.dispatchEvent(new CustomEvent("course-exam-time", { bubbles: true, detail: { due, minutes: Math.ceil(left / 60) } }));
  }

  /**
   * @param {string} name
   * @param {number} number
   */
  #say(name, number) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace("{number}", String(number));
  }

  /** @param {number} seconds */
  static minutes(seconds) {
    return Math.max(1, Math.round(seconds / 60));
  }

  /**
   * A day in the page's language, British in English; no line ends inside it.
   * @param {string} time
   */
  static date(time) {
    const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    const text = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(new Date(time));
    return text.replace(/(\d)(?=[年月日])|([年月])(?=\d)/g, "$& ").replace(/ /g, "\u00a0");
  }

  /**
   * A day and its time.
   * @param {string} time
   */
  static moment(time) {
    const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(new Date(time));
    return `${CourseExamTime.date(time)} ${clock}`;
  }
}

customElements.define("course-exam-time", CourseExamTime);
