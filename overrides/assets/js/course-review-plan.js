"use strict";

/**
 * `<course-review-plan data-text-…>`: what is due today, by module, and on the days to come. The bubbling event
 * `course-review-begin` says that the learner wants to start; `chosen` holds the modules then.
 */
class CourseReviewPlan extends HTMLElement {
  static #daysShown = 7;
  /** @type {Record<string, number>} */
  #counts = {};

  connectedCallback() {
    this.#part("form").addEventListener("submit", this.#submit);
    this.#part("form").addEventListener("change", () => this.#showStart());
  }

  /**
   * @param {Map<string, Due>} schedule
   * @param {DueQuestion[]} due
   */
  show(schedule, due) {
    this.#counts = {};
    for (const { module } of due) this.#counts[module] = (this.#counts[module] ?? 0) + 1;
    this.#showHeading(schedule, due.length);
    for (const label of this.#modules) {
      const count = this.#counts[label.dataset.module ?? ""] ?? 0;
      label.hidden = !count;
      /** @type {Element} */ (label.querySelector("b")).textContent = this.#say("count", { count });
    }
    this.#part("form").hidden = !due.length;
    this.#part("empty").hidden = schedule.size > 0;
    this.#showStart();
    this.#showAhead(schedule);
  }

  /** Modules that are ticked and have something due. */
  get chosen() {
    const ticked = this.#modules.filter((label) => !label.hidden && label.querySelector("input")?.checked);
    return ticked.map((label) => label.dataset.module ?? "");
  }

  focusHeading() {
    this.#part("heading").focus();
  }

  get #modules() {
    return /** @type {HTMLElement[]} */ ([...this.#part("modules").querySelectorAll("label")]);
  }

  /**
   * @param {Map<string, Due>} schedule
   * @param {number} count  due today
   */
  #showHeading(schedule, count) {
    const today = CourseSchedule.today();
    const next = Math.min(...[...schedule.values()].map(({ due }) => due).filter((due) => due > today));
    const later = [...schedule.values()].filter(({ due }) => due === next).length;
    this.#part("heading").textContent = count ? this.#say("due", { count }) : this.#say(schedule.size ? "none-due" : "empty");
    this.#part("next").hidden = count > 0 || !later;
    this.#part("next").textContent = later ? this.#say("next", { date: CourseReviewPlan.date(next), count: later }) : "";
  }

  /** The button says how many questions it brings. */
  #showStart() {
    const total = this.chosen.reduce((sum, module) => sum + this.#counts[module], 0);
    const count = Math.min(total, CourseSession.LONGEST);
    this.#part("begin").textContent = this.#say("begin", { count });
    this.#part("limit").hidden = total <= CourseSession.LONGEST;
    if (count) this.#part("fault").textContent = "";
  }

  /** @param {Map<string, Due>} schedule */
  #showAhead(schedule) {
    const today = CourseSchedule.today();
    const days = [...schedule.values()].map(({ due }) => due).filter((due) => due > today).sort((a, b) => a - b);
    const shown = [...new Set(days)].slice(0, CourseReviewPlan.#daysShown);
    const rows = shown.map((day) => this.#row(CourseReviewPlan.date(day), days.filter((other) => other === day).length));
    const later = days.filter((day) => !shown.includes(day)).length;
    if (later) rows.push(this.#row(this.#say("later"), later));
    this.#part("rows").replaceChildren(...rows);
    this.#part("ahead").hidden = !rows.length;
  }

  /**
   * @param {string} name
   * @param {number} count
   */
  #row(name, count) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = String(count);
    return row;
  }

  /** @param {Event} event */
  #submit = (event) => {
    event.preventDefault();
    this.#part("fault").textContent = this.chosen.length ? "" : this.#say("no-module");
    if (this.chosen.length) this.dispatchEvent(new Event("course-review-begin", { bubbles: true }));
    else this.#part("modules").querySelector("input")?.focus();
  };

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-plan="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * A day of the schedule in the page's language, British in English.
   * @param {number} day
   */
  static date(day) {
    const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    const format = new Intl.DateTimeFormat(lang, { month: "long", day: "numeric", weekday: "short", timeZone: "UTC" });
    return format.format(day * 86400000);
  }
}

customElements.define("course-review-plan", CourseReviewPlan);
