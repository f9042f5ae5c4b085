"use strict";

/**
 * The last things a learner did, the newest first. Checks of one lesson on one day are one thing, and so are a day's
 * reviews, where the first answer counts: a sitting asks until all is right. Notes and what is not finished are none.
 * Pure; a day is the reader's own.
 */

/** @typedef {{verb: "read" | "answered" | "reviewed" | "practised" | "examined", item: string, at: string, questions: Map<string, boolean>, ending?: string, score?: number, passed?: boolean}} Doing  item: lesson, role play or exam, "" for reviews; questions: right by now? in reviews, at the first go? */

class CourseRecent {
  static MOST = 5;

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   * @returns {Doing[]}
   */
  static of(catalogue, events) {
    /** @type {Map<string, Doing>} */
    const found = new Map();
    for (const event of [...events].reverse()) {
      const doing = CourseRecent.#doing(catalogue, event);
      if (!doing) continue;
      const together = doing.questions.size ? `${doing.verb} ${doing.item} ${new Date(doing.at).toDateString()}` : event.id;
      const before = found.get(together);
      if (before) before.questions = CourseRecent.#joined(doing, before);
      else found.set(together, doing);
    }
    return [...found.values()].slice(0, CourseRecent.MOST);
  }

  /**
   * @param {Doing} earlier
   * @param {Doing} later
   */
  static #joined(earlier, later) {
    const [lost, kept] = earlier.verb === "reviewed" ? [later, earlier] : [earlier, later];
    return new Map([...lost.questions, ...kept.questions]);
  }

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent} event
   * @returns {Doing | undefined} nothing for what the course does not have
   */
  static #doing({ lessons, objectives, plays, exams }, event) {
    const { at, item } = event;
    const known = (/** @type {{id: string}[]} */ list) => list.some((one) => one.id === item);
    const questions = new Map();
    switch (event.verb) {
      case "read":
        return known(lessons) ? { verb: event.verb, item, at, questions } : undefined;
      case "practised":
        return known(plays) ? { verb: event.verb, item, at, questions, ending: event.result.ending, score: event.result.score } : undefined;
      case "examined":
        return known(exams) ? { verb: event.verb, item, at, questions, score: event.result.score, passed: event.result.passed } : undefined;
      case "answered":
      case "reviewed": {
        const objective = objectives.find((one) => one.questions.includes(item));
        questions.set(item, event.result.correct);
        return objective && { verb: event.verb, item: event.verb === "answered" ? objective.lesson : "", at, questions };
      }
    }
  }
}
