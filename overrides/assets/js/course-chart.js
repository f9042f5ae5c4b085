"use strict";

/**
 * The bars of the progress page: each objective and each step with its share, and the weakest and strongest objectives
 * picked out. The number stands beside every bar; the bar alone tells nobody anything.
 */
class CourseChart {
  static MOST = 4; // objectives picked out at each end: what fits on one sheet of paper
  #root;
  #catalogue;

  /**
   * @param {HTMLElement} root  the course-progress
   * @param {Catalogue} catalogue
   */
  constructor(root, catalogue) {
    this.#root = root;
    this.#catalogue = catalogue;
  }

  /** @param {RecordEvent[]} events  by time */
  show(events) {
    const objectives = CourseStrengths.objectives(this.#catalogue, events);
    for (const [id, strength] of Object.entries(objectives)) this.#showObjective(this.#row("objective", id), strength);
    for (const [name, { plays, share }] of Object.entries(CourseStrengths.steps(this.#catalogue, events))) {
      const row = this.#row("step", name);
      if (!row) continue;
      CourseChart.#draw(row, share, null);
      CourseDashboard.fill(row, "share", share === null ? this.#text("never-played") : CourseChart.#percent(share));
      CourseDashboard.fill(row, "rests", `${plays}`);
    }
    const ranked = CourseStrengths.ranked(objectives);
    this.#pick("weak", ranked.filter(({ share }) => share < CourseStrengths.WEAK), objectives);
    this.#pick("strong", ranked.filter(({ share }) => share >= CourseStrengths.STRONG).reverse(), objectives);
  }

  /**
   * @param {HTMLElement | null} row
   * @param {ObjectiveStrength} strength
   */
  #showObjective(row, { answers, share, first }) {
    if (!row) return;
    CourseChart.#draw(row, share, first);
    CourseDashboard.fill(row, "share", share === null ? this.#text("too-few") : CourseChart.#percent(share));
    CourseDashboard.fill(row, "first", first === null ? "" : CourseChart.#percent(first));
    CourseDashboard.fill(row, "answers", `${answers}`);
  }

  /**
   * Rows for the first of these objectives under the heading of their part.
   * @param {"weak" | "strong"} part
   * @param {{id: string}[]} ranked
   * @param {Record<string, ObjectiveStrength>} strengths
   */
  #pick(part, ranked, strengths) {
    const body = /** @type {HTMLElement} */ (this.#root.querySelector(`[data-part="${part}"]`));
    body.querySelectorAll("[data-picked]").forEach((row) => row.remove());
    const none = /** @type {HTMLElement} */ (body.querySelector(".progress-none"));
    none.hidden = ranked.length > 0;
    for (const { id } of ranked.slice(0, CourseChart.MOST)) body.append(this.#picked(id, strengths[id]));
  }

  /**
   * @param {string} id
   * @param {ObjectiveStrength} strength
   */
  #picked(id, strength) {
    const model = /** @type {HTMLElement} */ (this.#root.querySelector('[data-part="extreme"] > tr'));
    const row = /** @type {HTMLElement} */ (model.cloneNode(true));
    const lesson = this.#catalogue.objectives.find((objective) => objective.id === id)?.lesson ?? "";
    const to = this.#root.querySelector(`[data-lesson="${CSS.escape(lesson)}"] a`);
    const link = /** @type {Element} */ (row.querySelector("a"));
    row.dataset.picked = id;
    link.setAttribute("href", to?.getAttribute("href") ?? "");
    link.textContent = to?.textContent ?? "";
    CourseDashboard.fill(row, "objective", this.#row("objective", id)?.querySelector('[data-cell="objective"]')?.textContent ?? "");
    this.#showObjective(row, strength);
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {number | null} share
   * @param {number | null} first  marked on the bar, where it is known
   */
  static #draw(row, share, first) {
    const bar = /** @type {HTMLElement} */ (row.querySelector(".progress-bar"));
    const mark = /** @type {HTMLElement | null} */ (bar.querySelector("i"));
    bar.hidden = share === null;
    bar.style.setProperty("--share", `${share ?? 0}`);
    bar.style.setProperty("--first", `${first ?? 0}`);
    if (mark) mark.hidden = first === null;
  }

  /**
   * @param {string} name
   * @param {string} id
   */
  #row(name, id) {
    return /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-${name}="${CSS.escape(id)}"]`));
  }

  /** @param {string} name */
  #text(name) {
    return this.#root.getAttribute(`data-text-${name}`) ?? "";
  }

  /** @param {number} share  rounded down: 60 % is never shown of what is still below */
  static #percent(share) {
    return `${CourseStanding.percent(share)}%`;
  }
}
