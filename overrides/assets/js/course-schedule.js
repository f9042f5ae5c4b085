"use strict";

/**
 * When each question comes back for review; the rules and their reasons are written in src/coursepack/schedule.py, which
 * passes the same cases: tests/schedule/*.json. Pure: events and index in, dates out; only the day of an event is the
 * reader's own. A day is the number of days since 1 January 1970.
 */

/** @typedef {{due: number, step: number}} Due  step: place of the interval that leads to the day `due` */

class CourseSchedule {
  static INTERVALS = [1, 3, 7, 21, 60];
  static GUESSED = 1;

  /**
   * Every question in review.
   * @param {RecordEvent[]} events  in any order
   * @param {BankIndex} index
   * @param {number} [today]
   * @returns {Map<string, Due>}
   */
  static of(events, index, today = CourseSchedule.today()) {
    const known = new Set(Object.values(index).flatMap((lesson) => lesson.questions));
    /** @type {Map<string, Due>} */
    const found = new Map();
    for (const event of [...events].sort(CourseSchedule.#byTime)) {
      const day = CourseSchedule.day(event.at);
      if (day > today) continue;
      for (const id of CourseSchedule.#entering(event, index)) {
        if (known.has(id) && !found.has(id)) found.set(id, CourseSchedule.#after(day, 0));
      }
      if (event.verb !== "reviewed" || !known.has(event.item)) continue;
      found.set(event.item, CourseSchedule.#reviewed(found.get(event.item) ?? { due: day, step: 0 }, day, event.result));
    }
    return found;
  }

  /**
   * @param {RecordEvent} event
   * @param {BankIndex} index
   */
  static #entering({ verb, item }, index) {
    if (verb === "read") return index[item]?.questions ?? [];
    return verb === "answered" ? [item] : [];
  }

  /**
   * The questions of a schedule that are due on a day or before it.
   * @param {Map<string, Due>} schedule
   * @param {number} day
   */
  static dueBy(schedule, day) {
    return [...schedule].flatMap(([id, { due }]) => (due <= day ? [id] : []));
  }

  /**
   * The calendar day of a moment where the reader is.
   * @param {string | number} at
   */
  static day(at) {
    const time = new Date(at);
    return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / 86400000;
  }

  static today() {
    return CourseSchedule.day(Date.now());
  }

  /**
   * @param {RecordEvent} a
   * @param {RecordEvent} b
   */
  static #byTime(a, b) {
    return a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;
  }

  /**
   * @param {Due} before
   * @param {number} day
   * @param {{correct: boolean, confidence: Confidence}} result
   */
  static #reviewed(before, day, { correct, confidence }) {
    if (!correct) return CourseSchedule.#after(day, 0);
    const earned = day >= before.due && confidence !== CourseSchedule.GUESSED;
    return CourseSchedule.#after(day, Math.min(before.step + (earned ? 1 : 0), CourseSchedule.INTERVALS.length - 1));
  }

  /**
   * @param {number} day
   * @param {number} step
   * @returns {Due}
   */
  static #after(day, step) {
    return { due: day + CourseSchedule.INTERVALS[step], step };
  }
}
