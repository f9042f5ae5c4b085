"use strict";

/**
 * One sitting of the review: which of the due questions, in which order, and what has come of them so far. Knows neither
 * page nor record.
 */

/** @typedef {{id: string, lesson: string, module: string, due: number}} DueQuestion */
/** @typedef {{id: string, correct: boolean, confidence: Confidence}} FirstAnswer */

class CourseSession {
  static LONGEST = 20;
  #queue;
  /** @type {Map<string, FirstAnswer>} */
  #first = new Map();
  /** @type {Set<string>} */
  #missed = new Set();

  /** @param {string[]} ids  in the order in which they are asked */
  constructor(ids) {
    this.#queue = [...ids];
  }

  /**
   * Which questions, and their order: neighbours from different modules and lessons as far as that is possible, the
   * longest overdue first within a lesson.
   * @param {DueQuestion[]} due
   * @param {string} seed
   */
  static order(due, seed) {
    const oldest = CourseSession.#shuffled(due, seed).sort((a, b) => a.due - b.due);
    const byLesson = CourseSession.spread(oldest, (question) => question.lesson);
    const byModule = CourseSession.spread(byLesson, (question) => question.module);
    return byModule.slice(0, CourseSession.LONGEST).map((question) => question.id);
  }

  /**
   * The same order wherever the list came from.
   * @param {DueQuestion[]} due
   * @param {string} seed
   */
  static #shuffled(due, seed) {
    return CourseShuffle.list(seed, [...due].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  /**
   * Takes from the largest group each time, but not from the same one twice running while there is another.
   * @template T
   * @param {T[]} items
   * @param {(item: T) => string} groupOf
   */
  static spread(items, groupOf) {
    /** @type {Map<string, T[]>} */
    const groups = new Map();
    for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
    /** @type {T[]} */
    const result = [];
    while (result.length < items.length) {
      const last = result.length ? groupOf(result[result.length - 1]) : "";
      const open = [...groups].filter(([, left]) => left.length).sort(([a, one], [b, two]) => Number(a === last) - Number(b === last) || two.length - one.length);
      result.push(/** @type {T} */ (open[0][1].shift()));
    }
    return result;
  }

  /** @returns {string | undefined} the question to ask now */
  get current() {
    return this.#queue[0];
  }

  get left() {
    return [...this.#queue];
  }

  /** Whether this question was answered wrong before in this sitting. */
  get again() {
    return this.current !== undefined && this.#missed.has(this.current);
  }

  /** What was answered first, question by question. */
  get answers() {
    return [...this.#first.values()];
  }

  /** Questions that have not been answered right yet. */
  get missed() {
    return [...this.#missed];
  }

  /**
   * The current question has been answered; a wrong one comes again at the end.
   * @param {boolean} correct
   * @param {Confidence} confidence
   */
  answer(correct, confidence) {
    const id = this.#queue.shift();
    if (id === undefined) return;
    if (!this.#first.has(id)) this.#first.set(id, { id, correct, confidence });
    if (correct) {
      this.#missed.delete(id);
    } else {
      this.#missed.add(id);
      this.#queue.push(id);
    }
  }

  /**
   * The question has been answered elsewhere.
   * @param {string} id
   */
  drop(id) {
    this.#queue = this.#queue.filter((other) => other !== id);
    this.#missed.delete(id);
  }
}
