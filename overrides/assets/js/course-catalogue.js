"use strict";

/**
 * What a learner can do in this course, as the page states it (templates/progress.html): lessons, objectives, role plays and
 * exams with their ids. Titles and links stay in the page.
 */

/** @typedef {{id: string, module: string, questions: string[]}} CatalogueLesson  questions: its checks */
/** @typedef {{id: string, lesson: string, questions: string[], review: string[]}} CatalogueObjective  review: of its questions, those that come in review */
/** @typedef {{id: string, modules: string[], endings: Record<string, string>, most: Record<string, number>}} CataloguePlay  endings: their outcomes; most: points of its best run */
/** @typedef {{id: string, modules: string[], final: boolean}} CatalogueExam */
/** @typedef {{lessons: CatalogueLesson[], objectives: CatalogueObjective[], plays: CataloguePlay[], exams: CatalogueExam[]}} Catalogue  each in the order of the course */

class CourseCatalogue {
  /**
   * @param {Element} root
   * @returns {Catalogue}
   */
  static read(root) {
    const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
    return {
      lessons: all("tr[data-lesson]").map(CourseCatalogue.#lesson),
      objectives: all("[data-objective]").map(CourseCatalogue.#objective),
      plays: all("[data-role-play]").map(CourseCatalogue.#play),
      exams: CourseCatalogue.#once(all("[data-exam]").map(CourseCatalogue.#exam)),
    };
  }

  /**
   * The ids of the modules in their order.
   * @param {Catalogue} catalogue
   */
  static modules({ lessons }) {
    return [...new Set(lessons.map((lesson) => lesson.module))];
  }

  /**
   * The lessons with their questions in review, as the schedule wants them.
   * @param {Catalogue} catalogue
   * @returns {BankIndex}
   */
  static review({ lessons, objectives }) {
    const of = (/** @type {string} */ id) => objectives.filter((one) => one.lesson === id).flatMap((one) => one.review);
    return Object.fromEntries(lessons.map(({ id, module }) => [id, { module, questions: of(id) }]));
  }

  /** @param {HTMLElement} row */
  static #lesson(row) {
    const module = /** @type {HTMLElement | null} */ (row.closest("[data-module]"))?.dataset.module ?? "";
    return { id: row.dataset.lesson ?? "", module, questions: CourseCatalogue.#ids(row.dataset.questions) };
  }

  /** @param {HTMLElement} row */
  static #objective({ dataset }) {
    const questions = CourseCatalogue.#ids(dataset.questions);
    const left = CourseCatalogue.#ids(dataset.unreviewed);
    const review = questions.filter((id) => !left.includes(id));
    return { id: dataset.objective ?? "", lesson: dataset.of ?? "", questions, review };
  }

  /** @param {HTMLElement} row */
  static #play({ dataset }) {
    const { endings = "{}", most = "{}" } = dataset;
    const modules = CourseCatalogue.#ids(dataset.modules);
    return { id: dataset.rolePlay ?? "", modules, endings: JSON.parse(endings), most: JSON.parse(most) };
  }

  /** @param {HTMLElement} line */
  static #exam({ dataset }) {
    return { id: dataset.exam ?? "", modules: CourseCatalogue.#ids(dataset.modules), final: dataset.final !== undefined };
  }

  /**
   * An exam stands in each module that it covers.
   * @param {CatalogueExam[]} exams
   */
  static #once(exams) {
    return [...new Map(exams.map((exam) => [exam.id, exam])).values()];
  }

  /** @param {string} [list] */
  static #ids(list = "") {
    return list.split(" ").filter(Boolean);
  }
}
