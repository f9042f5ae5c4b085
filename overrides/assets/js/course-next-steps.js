"use strict";

/**
 * What to do next: at most three suggestions. Each rule makes one at most; they are asked in this order, and what leads to
 * a page already suggested is passed over. Cases: tests/dashboard/next-steps.json.
 *
 *   start      the record is empty: the first lesson, and nothing else
 *   continue   an exam or a role play was begun and not finished: the one touched last
 *   review     questions are due for review
 *   lesson     the first lesson in order that is not read
 *   objective  the weakest objective below 60 %, if it rests on two questions or more: its lesson
 *   test       the lessons of a module are read, and its test not passed
 *   step       the weakest of the five steps below 60 %: the role play whose best run earns most in it
 *   play       the lessons of a module are read, and a role play that rehearses it has never been played
 *   final      every lesson is read, and the final exam not passed
 *
 * Going on comes before mending, mending what is known to be weak before trying what is new. Pure: the page supplies words and links.
 */

/** @typedef {"start" | "continue" | "review" | "lesson" | "objective" | "test" | "step" | "play" | "final"} NextRule */
/**
 * `item`: the lesson, role play or exam that the suggestion leads to; "" is the review.
 * @typedef {{rule: NextRule, item: string, at?: string, due?: number, module?: string, objective?: string, answers?: number, step?: string, share?: number}} NextStep
 */

class CourseNextSteps {
  static MOST = 3;
  #catalogue;
  #events;
  #standing;

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   */
  constructor(catalogue, events) {
    this.#catalogue = catalogue;
    this.#events = events;
    this.#standing = new CourseStanding(catalogue, events);
  }

  /**
   * @param {Catalogue} catalogue
   * @param {RecordEvent[]} events  by time
   * @param {number} due  questions that are due for review
   * @returns {NextStep[]}
   */
  static of(catalogue, events, due) {
    const steps = new CourseNextSteps(catalogue, events).#all(due);
    return steps.filter(({ item }, at) => steps.findIndex((one) => one.item === item) === at).slice(0, CourseNextSteps.MOST);
  }

  /**
   * @param {number} due
   * @returns {NextStep[]}
   */
  #all(due) {
    const { lessons } = this.#catalogue;
    if (this.#standing.isEmpty) return lessons.slice(0, 1).map(({ id }) => ({ rule: "start", item: id }));
    /** @type {NextStep[]} */
    const review = due > 0 ? [{ rule: "review", item: "", due }] : [];
    return [...this.#continue(), ...review, ...this.#lesson(), ...this.#objective(), ...this.#test(), ...this.#step(), ...this.#play(), ...this.#final()];
  }

  /** @returns {NextStep[]} */
  #continue() {
    return this.#standing.unfinished.slice(0, 1).map(({ item, at }) => ({ rule: "continue", item, at }));
  }

  /** @returns {NextStep[]} */
  #lesson() {
    const unread = this.#catalogue.lessons.filter((lesson) => !this.#standing.isRead(lesson.id));
    return unread.slice(0, 1).map(({ id }) => ({ rule: "lesson", item: id }));
  }

  /** @returns {NextStep[]} */
  #objective() {
    const strengths = CourseStrengths.objectives(this.#catalogue, this.#events);
    const [weakest] = CourseStrengths.ranked(strengths);
    const found = this.#catalogue.objectives.find(({ id }) => id === weakest?.id);
    if (!found || weakest.share >= CourseStrengths.WEAK) return [];
    const { answers } = strengths[found.id];
    return [{ rule: "objective", item: found.lesson, objective: found.id, answers, share: weakest.share }];
  }

  /** @returns {NextStep[]} */
  #test() {
    const open = this.#catalogue.exams.filter((exam) => !exam.final && this.#standing.areRead(exam.modules) && !this.#passed(exam));
    return open.slice(0, 1).map(({ id, modules }) => ({ rule: "test", item: id, module: modules[0] }));
  }

  /** @returns {NextStep[]} */
  #step() {
    const strengths = Object.entries(CourseStrengths.steps(this.#catalogue, this.#events));
    const [weakest] = CourseStrengths.ranked(Object.fromEntries(strengths.filter(([step]) => CourseStrengths.STEPS.includes(step))));
    if (!weakest || weakest.share >= CourseStrengths.WEAK) return [];
    const points = (/** @type {CataloguePlay} */ play) => play.most[weakest.id] ?? 0;
    const richest = this.#catalogue.plays.reduce((one, other) => (points(other) > points(one) ? other : one));
    return [{ rule: "step", item: richest.id, step: weakest.id, share: weakest.share }];
  }

  /** @returns {NextStep[]} */
  #play() {
    const read = CourseCatalogue.modules(this.#catalogue).filter((module) => this.#standing.areRead([module]));
    const ready = read.flatMap((module) => this.#catalogue.plays.filter((play) => play.modules.includes(module)).map((play) => ({ play, module })));
    const unplayed = ready.filter(({ play }) => !this.#standing.runs([play]).length);
    return unplayed.slice(0, 1).map(({ play, module }) => ({ rule: "play", item: play.id, module }));
  }

  /** @returns {NextStep[]} */
  #final() {
    if (!this.#standing.areRead(CourseCatalogue.modules(this.#catalogue))) return [];
    const open = this.#catalogue.exams.filter((exam) => exam.final && !this.#passed(exam));
    return open.slice(0, 1).map(({ id }) => ({ rule: "final", item: id }));
  }

  /** @param {CatalogueExam} exam */
  #passed({ id }) {
    return this.#standing.result(id)?.passed === true;
  }
}
