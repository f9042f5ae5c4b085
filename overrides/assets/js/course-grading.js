"use strict";

/**
 * How answers are marked; the rules are written in src/coursepack/grading.py, which passes the same cases:
 * tests/grading/*.json. A response is a list of texts: option ids; step ids in order; `pair=right` for each pair; the
 * number as typed.
 */

/** @typedef {{score: number, correct: boolean}} Mark  score 0..1 */
/** @typedef {{id: string}} Item */
/**
 * @typedef {{kind: string, red_line?: string | null, options?: (Item & {correct: boolean})[], steps?: Item[], pairs?: Item[],
 *   answer?: number, tolerance?: number | null}} Gradable
 */

class CourseGrading {
  /**
   * @param {Gradable} question
   * @param {string[]} response
   * @returns {Mark}
   */
  static mark(question, response) {
    const mark = CourseGrading.#mark(question, response);
    return question.red_line && !mark.correct ? { score: 0, correct: false } : mark;
  }

  /**
   * @param {Gradable} question
   * @param {string[]} response
   */
  static #mark({ kind, options = [], steps = [], pairs = [], answer = 0, tolerance }, response) {
    switch (kind) {
      case "numeric":
        return CourseGrading.numeric(answer, tolerance ?? 0, response[0] ?? "");
      case "ordering":
        return CourseGrading.ordering(steps.map((step) => step.id), response);
      case "matching":
        return CourseGrading.matching(pairs.map((pair) => pair.id), response);
      default:
        return CourseGrading.choice(options.filter((option) => option.correct).map((option) => option.id), response);
    }
  }

  /**
   * @param {string[]} keys
   * @param {string[]} response
   */
  static choice(keys, response) {
    const chosen = new Set(response);
    const right = keys.filter((key) => chosen.has(key)).length;
    return CourseGrading.#of((2 * right - chosen.size) / keys.length);
  }

  /**
   * @param {number} answer
   * @param {number} tolerance
   * @param {string} typed
   */
  static numeric(answer, tolerance, typed) {
    const number = courseNumber.parse(typed);
    const near = number !== null && Math.abs(number - answer) <= tolerance + 1e-9 * Math.max(1, Math.abs(answer));
    return CourseGrading.#of(near ? 1 : 0);
  }

  /**
   * @param {string[]} order
   * @param {string[]} response
   */
  static ordering(order, response) {
    const places = order.map((id) => response.indexOf(id));
    if (response.length !== order.length || places.includes(-1)) return CourseGrading.#of(0);
    let right = 0;
    places.forEach((place, index) => (right += places.slice(index + 1).filter((later) => later > place).length));
    const all = (order.length * (order.length - 1)) / 2;
    return CourseGrading.#of((2 * right - all) / all);
  }

  /**
   * @param {string[]} pairs
   * @param {string[]} response
   */
  static matching(pairs, response) {
    const given = new Set(response);
    return CourseGrading.#of(pairs.filter((id) => given.has(`${id}=${id}`)).length / pairs.length);
  }

  /** @param {number} score */
  static #of(score) {
    const kept = Math.max(0, score);
    return { score: kept, correct: kept === 1 };
  }
}
