"use strict";

/**
 * `<course-exam data-exam data-pools data-modules …>`: an exam from its start page to its result. Draws the form, counts the
 * time, hands the questions to `<course-exam-sheet>` and a finished attempt to `<course-exam-result>`; what has been
 * answered is in the record only (course-attempt.js), so every panel can be shown anew from there.
 */
class CourseExam extends HTMLElement {
  static #saveEvery = 30;
  static #warnings = [5, 1];
  #clock = new CourseClock((seconds) => this.#tick(seconds));
  /** @type {Map<string, BankQuestion>} */
  #bank = new Map();
  /** The attempt whose questions are shown here; empty: none. */
  #attempt = "";
  #warned = Infinity;
  #busy = false;
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("course-exam-submit", this.#finish);
    addEventListener("pagehide", this.#keepTime);
    document.addEventListener("visibilitychange", this.#keepTime);
    this.#unsubscribe = courseRecord.subscribe(this.#follow);
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".exam-actions"))) box.hidden = false;
    this.#follow();
  }

  disconnectedCallback() {
    this.#clock.stop();
    removeEventListener("pagehide", this.#keepTime);
    document.removeEventListener("visibilitychange", this.#keepTime);
    this.#unsubscribe();
  }

  get exam() {
    return this.dataset.exam ?? "";
  }

  /** @returns {Pool[]} */
  get #pools() {
    return JSON.parse(this.dataset.pools ?? "[]");
  }

  get #sheet() {
    return /** @type {CourseExamSheet} */ (this.querySelector("course-exam-sheet"));
  }

  get #result() {
    return /** @type {CourseExamResult} */ (this.querySelector("course-exam-result"));
  }

  /** Shows what the record says; it may have been another tab that changed it. */
  #follow = () => {
    const open = CourseAttempt.open(this.exam);
    this.#showHistory();
    if (!this.#attempt) {
      if (this.dataset.view !== "result") this.#rest();
    } else if (open?.id === this.#attempt) {
      this.#clock.notBefore(open.seconds);
      this.#sheet.refresh(open);
    } else {
      this.#endedElsewhere(open);
    }
  };

  /** @param {CourseAttempt} [open] */
  #endedElsewhere(open) {
    const finished = CourseAttempt.finished(this.exam).find(({ result }) => result.attempt === this.#attempt);
    this.#leave();
    this.#rest();
    if (finished) this.#showResult(finished);
    this.#tell(finished ? "ended" : open ? "replaced" : "gone");
  }

  /** The start page, or the page between two sittings. */
  #rest() {
    const open = CourseAttempt.open(this.exam);
    if (!open) return this.#show("start");
    this.#part("so-far").textContent = this.#say("so-far", {
      answered: open.form.filter((id) => open.given(id).response.length).length,
      total: open.form.length,
      minutes: CourseExam.minutes(open.seconds),
    });
    this.#show("paused");
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest("button"));
    switch (button && button.dataset.action) {
      case "begin":
        return void this.#busily(() => this.#begin());
      case "resume":
        return void this.#busily(() => this.#resume());
      case "pause":
        return this.#pause();
      case "restart":
        return this.#askToRestart();
      case "again":
        this.#tell("");
        this.#rest();
        return this.#focus();
      case "result":
        return void this.#busily(() => this.#recall(/** @type {HTMLElement} */ (button).dataset.attempt ?? ""));
    }
  };

  /**
   * One thing at a time, with the bank at hand.
   * @param {() => void} act
   */
  async #busily(act) {
    if (this.#busy) return;
    this.#busy = true;
    this.#tell("");
    try {
      this.#bank = await CourseBank.questions((this.dataset.modules ?? "").split(" "));
    } catch {
      return this.#tell("no-bank");
    } finally {
      this.#busy = false;
    }
    act();
  }

  #begin() {
    const timed = this.querySelector('input[value="timed"]:checked') !== null;
    const attempt = courseRecord.newAttempt();
    const form = CourseDraw.draw(this.#pools, Number(this.dataset.unseen), attempt, CourseAttempt.earlier(this.exam));
    CourseAttempt.begin(this.exam, attempt, form, timed);
    this.#resume();
  }

  #resume() {
    const open = CourseAttempt.open(this.exam);
    const form = open && this.#mended(open);
    const attempt = CourseAttempt.open(this.exam);
    if (!attempt || !form?.length) return this.#tell("no-bank");
    this.#attempt = attempt.id;
    this.#warned = Infinity;
    this.#clock.start(attempt.seconds);
    this.#show("asking");
    this.#sheet.open(attempt, this.#bank, this.#clock);
    this.#tick(attempt.seconds);
  }

  /**
   * The form without questions that the bank no longer has, with others in their place.
   * @param {CourseAttempt} attempt
   */
  #mended(attempt) {
    const kept = attempt.form.filter((id) => this.#bank.has(id));
    const form = CourseDraw.mend(this.#pools, kept, attempt.id).filter((id) => this.#bank.has(id));
    if (form.join() === attempt.form.join()) return form;
    attempt.keepForm(form, attempt.seconds);
    this.#tell("mended", { gone: attempt.form.length - kept.length, added: form.length - kept.length });
    return form;
  }

  #pause() {
    this.#keepTime();
    this.#leave();
    this.#rest();
    this.#focus();
  }

  #leave() {
    this.#attempt = "";
    this.#clock.stop();
    this.#sheet.close();
  }

  #askToRestart() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog[data-dialog="restart"]'));
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "ok" && this.#restart(), { once: true });
    dialog.showModal();
  }

  /** The start page for another form; the attempt that is open is closed only when the new one begins. */
  #restart() {
    this.#tell("");
    this.#show("start");
    this.#focus();
  }

  #finish = () => {
    courseRecord.record(); // reads what another tab may have saved a moment ago
    const attempt = CourseAttempt.open(this.exam);
    if (!attempt || attempt.id !== this.#attempt) return;
    this.#leave();
    attempt.finish(this.#bank, Number(this.dataset.passMark), this.#clock.seconds);
    const finished = CourseAttempt.finished(this.exam).find(({ result }) => result.attempt === attempt.id);
    if (finished) this.#showResult(finished);
  };

  /** @param {string} attempt */
  #recall(attempt) {
    const finished = CourseAttempt.finished(this.exam).find(({ result }) => result.attempt === attempt);
    if (finished) this.#showResult(finished);
  }

  /** @param {ExaminedEvent} event */
  #showResult(event) {
    this.#show("result");
    this.#result.show(event, this.#bank);
    this.#focus();
  }

  /** @param {number} seconds */
  #tick(seconds) {
    const open = CourseAttempt.open(this.exam);
    const limit = open?.timed ? Number(this.dataset.minutes ?? Infinity) * 60 : Infinity;
    const left = limit - seconds;
    if (left <= 0) {
      this.#finish();
      return this.#tell("time-up");
    }
    const shown = open?.timed ? this.#left(left) : this.#say("used", { minutes: CourseExam.minutes(seconds) });
    if (this.#part("clock").textContent !== shown) this.#part("clock").textContent = shown;
    this.#warn(left, limit);
    if (open && seconds - open.seconds >= CourseExam.#saveEvery) this.#keepTime();
  }

  /** @param {number} seconds  shown as whole minutes, as seconds only in the last one */
  #left(seconds) {
    return seconds > 60 ? this.#say("left", { minutes: Math.ceil(seconds / 60) }) : this.#say("left-seconds", { seconds });
  }

  /**
   * @param {number} left
   * @param {number} limit
   */
  #warn(left, limit) {
    const due = CourseExam.#warnings.filter((minutes) => left <= minutes * 60 && minutes * 60 < limit).pop() ?? Infinity;
    if (due >= this.#warned) return;
    this.#warned = due;
    this.#tell("warning", { minutes: Math.ceil(left / 60) });
  }

  #keepTime = () => {
    const open = CourseAttempt.open(this.exam);
    if (open && open.id === this.#attempt && this.#clock.seconds > open.seconds) open.keepForm(open.form, this.#clock.seconds);
  };

  #showHistory() {
    const finished = CourseAttempt.finished(this.exam).reverse();
    if (this.#part("rows").childElementCount === finished.length) return; // results are only ever added, or deleted all at once
    this.#part("history").hidden = !finished.length;
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template[data-exam-part="row"]'));
    const rows = finished.map(({ at, result }) => {
      const row = /** @type {Element} */ (document.importNode(/** @type {Element} */ (template.content.firstElementChild), true));
      const percent = CourseAttempt.percent(result.score);
      const words = { date: CourseExam.date(at), score: percent };
      const button = /** @type {HTMLElement} */ (row.querySelector("button"));
      /** @type {Element} */ (row.querySelector("span")).textContent = this.#say(result.passed ? "row-passed" : "row-failed", words);
      button.dataset.attempt = result.attempt;
      button.setAttribute("aria-label", `${button.textContent} ${words.date}`);
      return row;
    });
    this.#part("rows").replaceChildren(...rows);
  }

  /** @param {"start" | "paused" | "asking" | "result"} view */
  #show(view) {
    this.dataset.view = view;
    for (const panel of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-panel]"))) {
      panel.hidden = panel.dataset.panel !== view;
    }
  }

  #focus() {
    const heading = this.querySelector(`[data-panel="${this.dataset.view}"] [tabindex="-1"]`);
    if (!(heading instanceof HTMLElement)) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }

  /**
   * @param {string} name  empty: nothing to tell any more
   * @param {Record<string, number>} [values]
   */
  #tell(name, values) {
    this.#part("message").textContent = name && this.#say(name, values);
    this.#part("message").hidden = !name;
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-exam-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /** @param {number} seconds */
  static minutes(seconds) {
    return Math.max(1, Math.round(seconds / 60));
  }

  /**
   * A day in the page's language, British in English.
   * @param {string} time
   */
  static date(time) {
    const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    return new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(new Date(time));
  }
}

customElements.define("course-exam", CourseExam);
