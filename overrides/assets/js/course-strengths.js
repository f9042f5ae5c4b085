"use strict";

/**
 * What the record says of the learner's strengths, as shares of 0 to 1. Pure.
 *
 * An objective: the points of the latest result of each of its questions, wherever it was asked (check, review, exam),
 * as a share of what they could bring; `first` is the same of the first results. Nothing is said (null) below two
 * questions: one answer, even repeated, says too little.
 *
 * A step (or the relationship): the points that the latest run of a role play earned in it, as a share of what the best
 * run of that role play earns in it, at least 0 and at most 1; averaged over the role plays. A role play whose best run
 * earns nothing in a step says nothing of it.
 */

/** @typedef {{answers: number, share: number | null, first: number | null}} ObjectiveStrength  answers: questions it rests on */
/** @typedef {{plays: number, share: number | null}} StepStrength  plays: role plays it rests on */

class CourseStrengths {
  static STEPS = ["listen", "share", "clarify", "present", "ask"];
  static DIMENSIONS = [...CourseStrengths.STEPS, "relationship"];
  static ENOUGH = 2;
  static WEAK = 0.6;
  static STRONG = 0.8;

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   * @returns {Record<string, ObjectiveStrength>} by objective
   */
  static objectives({ objectives }, events) {
    const results = events.flatMap(CourseStrengths.#results);
    const latest = new Map(results);
    const first = new Map(results.reverse());
    return Object.fromEntries(objectives.map(({ id, questions }) => {
      const answered = questions.filter((question) => latest.has(question));
      const share = (/** @type {Map<string, number>} */ scores) =>
        answered.length < CourseStrengths.ENOUGH ? null : CourseStrengths.#mean(answered.map((question) => scores.get(question) ?? 0));
      return [id, { answers: answered.length, share: share(latest), first: share(first) }];
    }));
  }

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   * @returns {Record<string, StepStrength>} by dimension
   */
  static steps({ plays }, events) {
    const latest = new Map(events.flatMap((event) => (event.verb === "practised" ? [[event.item, event.result.steps]] : [])));
    return Object.fromEntries(CourseStrengths.DIMENSIONS.map((step) => {
      const shares = plays.flatMap(({ id, most }) => {
        const earned = latest.get(id)?.[step];
        return earned === undefined || !(most[step] > 0) ? [] : [Math.min(1, Math.max(0, earned / most[step]))];
      });
      return [step, { plays: shares.length, share: shares.length ? CourseStrengths.#mean(shares) : null }];
    }));
  }

  /**
   * Ids with their shares, the weakest first; of equal ones the first in the course.
   * @param {Record<string, {share: number | null}>} strengths
   * @returns {{id: string, share: number}[]}
   */
  static ranked(strengths) {
    const known = Object.entries(strengths).flatMap(([id, { share }]) => (share === null ? [] : [{ id, share }]));
    return known.sort((a, b) => a.share - b.share);
  }

  /**
   * The questions that an event answers, with their scores.
   * @param {RecordEvent} event
   * @returns {[string, number][]}
   */
  static #results(event) {
    switch (event.verb) {
      case "answered":
      case "reviewed":
        return [[event.item, event.result.score]];
      case "examined":
        return event.result.answers.map((answer) => [answer.item, answer.score]);
      default:
        return [];
    }
  }

  /** @param {number[]} shares */
  static #mean(shares) {
    return Math.min(1, shares.reduce((sum, share) => sum + share, 0) / shares.length);
  }
}
