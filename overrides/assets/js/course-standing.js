"use strict";

/**
 * How far the learner is, from the record and the catalogue. Pure: knows no page and no clock. Events on ids that the
 * catalogue does not have, such as retired ones, count only as `unknown`.
 */

/** @typedef {"new" | "begun" | "mistakes" | "done"} LessonState  mistakes: read and answered, but not all right by now */
/** @typedef {RecordEvent & {verb: "practised"}} PractisedEvent */

class CourseStanding {
  static LONGEST = 4 * 3600; // seconds; no sitting counts for more
  #catalogue;
  #events;
  /** @type {Set<string>} */
  #read = new Set();
  /** @type {Map<string, Answer[]>} by question, the earliest first */
  #checks = new Map();

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   */
  constructor(catalogue, events) {
    this.#catalogue = catalogue;
    this.#events = events;
    for (const { verb, item, ...event } of events) {
      if (verb === "read") this.#read.add(item);
      if (verb !== "answered" || !("result" in event)) continue;
      this.#checks.set(item, [...(this.#checks.get(item) ?? []), /** @type {Answer} */ (event.result)]);
    }
  }

  /** @param {string} lesson */
  isRead(lesson) {
    return this.#read.has(lesson);
  }

  /** @param {readonly string[]} modules  whether every lesson of all of them is read */
  areRead(modules) {
    const lessons = this.#catalogue.lessons.filter((lesson) => modules.includes(lesson.module));
    return lessons.length > 0 && lessons.every((lesson) => this.isRead(lesson.id));
  }

  /**
   * How checks were answered: right at the first go, and right by now.
   * @param {readonly string[]} questions
   */
  checks(questions) {
    const answers = questions.flatMap((question) => [this.#checks.get(question) ?? []]).filter((list) => list.length);
    const right = answers.filter(([first]) => first.correct).length;
    const now = answers.filter((list) => list[list.length - 1].correct).length;
    return { answered: answers.length, total: questions.length, right, now };
  }

  /**
   * @param {CatalogueLesson} lesson
   * @returns {LessonState}
   */
  state({ id, questions }) {
    const { answered, total, now } = this.checks(questions);
    if (this.isRead(id) && answered === total) return now === total ? "done" : "mistakes";
    return this.isRead(id) || answered ? "begun" : "new";
  }

  /**
   * The runs of these role plays, by time.
   * @param {readonly CataloguePlay[]} plays
   */
  runs(plays) {
    const ids = new Set(plays.map((play) => play.id));
    return /** @type {PractisedEvent[]} */ (this.#events.filter(({ verb, item }) => verb === "practised" && ids.has(item)));
  }

  /**
   * The result of an exam that counts: the best one that passed, else the best one.
   * @param {string} exam
   */
  result(exam) {
    const results = /** @type {ExaminedEvent[]} */ (this.#events.filter(({ verb, item }) => verb === "examined" && item === exam));
    const passed = results.filter((event) => event.result.passed);
    const best = (passed.length ? passed : results).sort((a, b) => b.result.score - a.result.score)[0];
    return best && { at: best.at, passed: best.result.passed, score: CourseStanding.percent(best.result.score) };
  }

  /** What was begun and is not finished, the one touched last first: exams, and role plays in which something was said. */
  get unfinished() {
    const drafts = this.#events.flatMap((event) => (event.verb === "draft" && this.#knows(event) ? [event] : []));
    const begun = drafts.filter(({ item, result }) => item === result.of && result.response.length);
    const last = (/** @type {string} */ of) => drafts.filter(({ result }) => result.of === of).pop()?.at ?? "";
    return begun.map(({ item }) => ({ item, at: last(item) })).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Whether there is nothing but notes. */
  get isEmpty() {
    return !this.#events.some((event) => event.verb !== "note" && this.#knows(event));
  }

  /** How many events belong to content that the course no longer has. Notes are left out: their sheets are not listed here. */
  get unknown() {
    return this.#events.filter((event) => event.verb !== "note" && !this.#knows(event)).length;
  }

  /** @param {RecordEvent} event */
  #knows(event) {
    const { lessons, plays, exams, objectives } = this.#catalogue;
    const item = event.verb === "draft" ? event.result.of : event.item;
    const named = (/** @type {{id: string}[]} */ list) => list.some((one) => one.id === item);
    switch (event.verb) {
      case "read":
        return named(lessons);
      case "practised":
        return named(plays);
      case "examined":
        return named(exams);
      case "draft":
        return named(plays) || named(exams);
      default:
        return [...objectives, ...lessons].some((one) => one.questions.includes(item));
    }
  }

  /**
   * Minutes spent, roughly: reading, reviews, role plays and exams. Checks are left out: they are answered while the
   * clock of their lesson runs. Each draft of an attempt tells the time since its beginning.
   */
  get minutes() {
    /** @type {Map<string, number>} */
    const attempts = new Map();
    for (const event of this.#events) {
      if (event.verb === "answered" || event.verb === "note") continue;
      const attempt = event.verb === "draft" ? event.result.attempt : event.id;
      const seconds = Math.min(event.seconds ?? 0, CourseStanding.LONGEST);
      attempts.set(attempt, Math.max(seconds, attempts.get(attempt) ?? 0));
    }
    return Math.round([...attempts.values()].reduce((sum, seconds) => sum + seconds, 0) / 60);
  }

  /**
   * Whole per cent, never rounded up, as an exam shows its result: what is shown as the pass mark has passed.
   * @param {number} score
   */
  static percent(score) {
    return Math.floor(score * 100 + 1e-6);
  }
}
