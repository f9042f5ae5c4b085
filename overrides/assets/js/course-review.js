"use strict";

/**
 * `<course-review data-text-…>`: spaced review, from what is due today to the result of a sitting. Loads the bank, keeps
 * the parts in step with the record, and holds nothing that must survive: every answer is in the record.
 */
class CourseReview extends HTMLElement {
  /** @type {BankIndex | undefined} */
  #index;
  /** @type {Map<string, BankQuestion>} */
  #bank = new Map();
  /** @type {CourseSession | undefined} */
  #session;
  #busy = false;
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("course-review-begin", () => void this.#busily(() => this.#begin()));
    this.addEventListener("course-review-done", this.#finish);
    this.addEventListener("click", this.#click);
    document.addEventListener("visibilitychange", this.#follow);
    this.#unsubscribe = courseRecord.subscribe(this.#follow);
    void this.#busily(() => this.#start());
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#follow);
    this.#unsubscribe();
  }

  /**
   * A link to the idea of the lesson that a question belongs to.
   * @param {string} question
   * @returns {Element | undefined}
   */
  lessonOf(question) {
    const lesson = Object.entries(this.#index ?? {}).find(([, { questions }]) => questions.includes(question))?.[0];
    const links = /** @type {HTMLTemplateElement} */ (this.querySelector('template[data-review="lessons"]')).content;
    const link = [...links.querySelectorAll("a")].find((one) => one.dataset.lesson === lesson);
    return link && document.importNode(link, true);
  }

  get #plan() {
    return /** @type {CourseReviewPlan} */ (this.querySelector("course-review-plan"));
  }

  get #sheet() {
    return /** @type {CourseReviewSheet} */ (this.querySelector("course-review-sheet"));
  }

  get #result() {
    return /** @type {CourseReviewResult} */ (this.querySelector("course-review-result"));
  }

  get #schedule() {
    return CourseSchedule.of(courseRecord.events(), this.#index ?? {});
  }

  /**
   * One thing at a time; a file that cannot be loaded is told, and can be asked for again.
   * @param {() => Promise<void>} act
   */
  async #busily(act) {
    if (this.#busy) return;
    this.#busy = true;
    this.#tell("");
    try {
      await act();
    } catch {
      this.#tell("no-bank", true);
    } finally {
      this.#busy = false;
    }
  }

  async #start() {
    this.#index = await CourseBank.index();
    this.#rest();
    if (courseRecord.dataset.state === "denied") this.#tell("denied");
  }

  async #begin() {
    const chosen = this.#plan.chosen;
    if (!chosen.length) return;
    this.#bank = await CourseBank.questions(chosen);
    const due = this.#due(this.#schedule).filter(({ id, module }) => chosen.includes(module) && this.#bank.has(id));
    if (!due.length) throw new Error("the bank has none of these questions");
    const seed = courseRecord.newAttempt();
    this.#session = new CourseSession(CourseSession.order(due, seed));
    this.#show("course-review-sheet");
    this.#sheet.open(this.#session, this.#bank, this.#index ?? {}, seed);
  }

  /**
   * What is due today, with its lesson and module.
   * @param {Map<string, Due>} schedule
   * @returns {DueQuestion[]}
   */
  #due(schedule) {
    const ids = new Set(CourseSchedule.dueBy(schedule, CourseSchedule.today()));
    return Object.entries(this.#index ?? {}).flatMap(([lesson, { module, questions }]) =>
      questions.flatMap((id) => (ids.has(id) ? [{ id, lesson, module, due: schedule.get(id)?.due ?? 0 }] : [])),
    );
  }

  /** Shows what the record says; it may have been another tab that changed it. */
  #follow = () => {
    if (!this.#index) return;
    if (!this.#session) return this.#fill();
    if (this.#schedule.size) return this.#sheet.refresh();
    this.#sheet.close();
    this.#session = undefined;
    this.#rest();
    this.#tell("gone");
  };

  #rest() {
    this.#fill();
    this.#show("course-review-plan");
  }

  #fill() {
    const schedule = this.#schedule;
    this.#plan.show(schedule, this.#due(schedule));
    const more = /** @type {HTMLElement} */ (this.#result.querySelector('[data-action="more"]'));
    more.hidden = !this.#plan.chosen.length;
  }

  #finish = () => {
    const session = this.#session;
    this.#session = undefined;
    this.#rest();
    if (!session?.answers.length) return this.#plan.focusHeading();
    this.#result.show(session, this.#bank);
    this.#show("course-review-result");
    this.#result.focusHeading();
  };

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest("button"));
    switch (button && button.dataset.action) {
      case "retry":
        return void this.#busily(() => (this.#index ? this.#begin() : this.#start()));
      case "more":
        return void this.#busily(() => this.#begin());
      case "back":
        this.#rest();
        return this.#plan.focusHeading();
    }
  };

  /** @param {"course-review-plan" | "course-review-sheet" | "course-review-result"} shown */
  #show(shown) {
    for (const part of [this.#plan, this.#sheet, this.#result]) part.hidden = part.localName !== shown;
  }

  /**
   * @param {"" | "no-bank" | "denied" | "gone"} name
   * @param {boolean} [retry]  whether trying again may help
   */
  #tell(name, retry = false) {
    const box = /** @type {HTMLElement} */ (this.querySelector('[data-review="message"]'));
    /** @type {Element} */ (box.querySelector("p")).textContent = name && (this.getAttribute(`data-text-${name}`) ?? "");
    /** @type {HTMLElement} */ (box.querySelector("button")).hidden = !retry;
    box.hidden = !name;
  }
}

customElements.define("course-review", CourseReview);
