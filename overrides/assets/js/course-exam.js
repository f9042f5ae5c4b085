"use strict";

/**
 * `<course-exam data-exam data-pools data-modules …>`: an exam from its start page to its result. Draws the form, counts the
 * time, hands the questions to `<course-exam-sheet>` and a finished attempt to `<course-exam-result>`; what has been
 * answered is in the record only (course-attempt.js), so every panel can be shown anew from there.
 */
class CourseExam extends HTMLElement {
  /** @type {Map<string, BankQuestion>} */
  #bank = new Map();
  /** The attempt whose questions are shown here; empty: none. */
  #attempt = "";
  #givenUp = "";
  #busy = false;
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("course-exam-submit", this.#finish);
    this.addEventListener("course-exam-time", this.#onTime);
    addEventListener("pagehide", this.#keepTime);
    addEventListener("beforeunload", this.#guard);
    document.addEventListener("visibilitychange", this.#keepTime);
    this.#unsubscribe = courseRecord.subscribe(this.#follow);
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".exam-actions"))) box.hidden = false;
    this.#follow();
  }

  disconnectedCallback() {
    this.#time.stop();
    removeEventListener("pagehide", this.#keepTime);
    removeEventListener("beforeunload", this.#guard);
    document.removeEventListener("visibilitychange", this.#keepTime);
    this.#unsubscribe();
  }

  get exam() {
    return this.dataset.exam ?? "";
  }

  get #pools() {
    return CourseDraw.within(JSON.parse(this.dataset.pools ?? "[]"), this.#bank);
  }

  get #message() {
    return /** @type {CourseExamMessage} */ (this.querySelector("course-exam-message"));
  }

  get #sheet() {
    return /** @type {CourseExamSheet} */ (this.querySelector("course-exam-sheet"));
  }

  get #time() {
    return /** @type {CourseExamTime} */ (this.querySelector("course-exam-time"));
  }

  get #history() {
    return /** @type {CourseExamHistory} */ (this.querySelector("course-exam-history"));
  }

  get #result() {
    return /** @type {CourseExamResult} */ (this.querySelector("course-exam-result"));
  }

  /** Shows what the record says; it may have been another tab that changed it. */
  #follow = () => {
    const open = CourseAttempt.open(this.exam);
    this.#history.show(CourseAttempt.finished(this.exam));
    if (!this.#attempt) {
      if (this.dataset.view !== "result") this.#rest();
    } else if (open?.id === this.#attempt) {
      this.#time.notBefore(open.seconds);
      this.#sheet.refresh(open);
      this.#message.showUnsaved();
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
    this.#message.tell(finished ? "ended" : open ? "replaced" : "gone");
  }

  /** The start page, or the page between two sittings. */
  #rest() {
    const open = CourseAttempt.open(this.exam);
    if (!open || open.id === this.#givenUp) return this.#show("start");
    const answered = open.form.filter((id) => open.given(id).response.length).length;
    /** @type {Record<string, number>} */
    const values = { answered, total: open.form.length, minutes: CourseExamTime.minutes(open.seconds) };
    const part = /** @type {HTMLElement} */ (this.querySelector("[data-exam-part='so-far']"));
    part.textContent = (part.dataset.text ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
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
        this.pause();
        return this.#focus();
      case "restart":
        return this.#askToRestart();
      case "again":
        this.#message.tell("");
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
    this.#message.tell("");
    try {
      await this.#load();
    } catch {
      return this.#message.tell("no-bank");
    } finally {
      this.#busy = false;
    }
    act();
  }

  /** The questions; where the browser kept files of an older build, which lack some, once more past its cache. */
  async #load() {
    const modules = (this.dataset.modules ?? "").split(" ");
    this.#bank = await CourseBank.questions(modules);
    if (!CourseDraw.isEnough(this.#pools)) this.#bank = await CourseBank.questions(modules, true);
  }

  #begin() {
    if (!CourseDraw.isEnough(this.#pools)) return this.#message.tell("no-bank");
    const timed = this.querySelector('input[value="timed"]:checked') !== null;
    const attempt = courseRecord.newAttempt();
    const form = CourseDraw.draw(this.#pools, Number(this.dataset.unseen), attempt, CourseAttempt.earlier(this.exam));
    CourseAttempt.begin(this.exam, attempt, form, timed);
    this.#resume();
  }

  #resume() {
    const open = CourseAttempt.open(this.exam);
    if (!open || !CourseDraw.isEnough(this.#pools)) return this.#message.tell("no-bank");
    this.#mend(open);
    const attempt = /** @type {CourseAttempt} */ (CourseAttempt.open(this.exam));
    for (const other of /** @type {NodeListOf<CourseExam>} */ (document.querySelectorAll("course-exam"))) other.pause();
    this.#attempt = attempt.id;
    this.#show("asking");
    this.#sheet.open(attempt, this.#bank, this.#time);
    if (!this.#message.hidden) this.#message.scrollIntoView();
    this.#time.start(attempt);
  }

  /**
   * Questions that the bank no longer has give way to others.
   * @param {CourseAttempt} attempt
   */
  #mend(attempt) {
    const kept = attempt.form.filter((id) => this.#bank.has(id));
    const form = CourseDraw.mend(this.#pools, kept, attempt.id);
    if (form.join() === attempt.form.join()) return;
    attempt.keepForm(form, attempt.seconds);
    this.#message.tell("mended", { gone: attempt.form.length - kept.length, added: form.length - kept.length });
  }

  /** Puts the questions away until the learner goes on; nothing where there are none. */
  pause() {
    if (!this.#attempt) return;
    this.#keepTime();
    this.#leave();
    this.#rest();
  }

  #leave() {
    this.#attempt = "";
    this.#time.stop();
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
    this.#givenUp = CourseAttempt.open(this.exam)?.id ?? "";
    this.#message.tell("");
    this.#show("start");
    this.#focus();
  }

  #finish = () => {
    courseRecord.record(); // reads what another tab may have saved a moment ago
    const attempt = CourseAttempt.open(this.exam);
    if (!attempt || attempt.id !== this.#attempt) return;
    this.#leave();
    attempt.finish(this.#bank, Number(this.dataset.passMark), this.#time.seconds);
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

  /** @param {Event} event */
  #onTime = (event) => {
    const { due, minutes } = /** @type {CustomEvent} */ (event).detail;
    if (due === "keep") this.#keepTime();
    if (due === "warning") this.#message.tell("warning", { minutes });
    if (due !== "over") return;
    this.#message.tell("time-up");
    this.#finish();
  };

  #keepTime = () => {
    if (this.#attempt) courseRecord.record(); // reads first, lest a window that slept puts an old attempt before a new one
    const open = CourseAttempt.open(this.exam);
    if (open && open.id === this.#attempt && this.#time.seconds > open.seconds) open.keepForm(open.form, this.#time.seconds);
  };

  /**
   * Asks before the page is left while what was answered is kept nowhere else.
   * @param {BeforeUnloadEvent} event
   */
  #guard = (event) => {
    if (!courseRecord.unsaved || this.dataset.view === "start") return;
    event.preventDefault();
    event.returnValue = ""; // browsers from before 2024
  };

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
    (this.#message.hidden ? heading : this.#message).scrollIntoView();
  }
}

customElements.define("course-exam", CourseExam);
