"use strict";

/**
 * The released file format of the learner's record, used for the browser's storage and for exported files alike.
 * Every version ever released stays readable: tests/browser/records/. Version 2 added drafts, role plays, exams, reviews.
 */

/** @typedef {{correct: boolean, response: string[], score: number}} Answer  score 0..1; response: see course-grading.js */
/** @typedef {Answer & {item: string}} ExamAnswer */
/** @typedef {1 | 2 | 3} Confidence  guessed, fairly sure, certain */
/** @typedef {{verb: "read", item: string, seconds?: number}} ReadDraft */
/** @typedef {{verb: "answered", item: string, result: Answer, seconds?: number}} AnswerDraft */
/** @typedef {{verb: "reviewed", item: string, result: Answer & {confidence: Confidence}, seconds?: number}} ReviewDraft */
/** @typedef {{verb: "note", item: string, result: {value: string}, seconds?: number}} NoteDraft */
/**
 * What is not finished: `of` is the exam or role play, `attempt` names one go at it, `item` is a question of it, or `of`
 * itself (response: the questions of the form, or the choices so far). seconds: time used so far. flagged: to be looked
 * at again; on the exam itself: with a time limit.
 * @typedef {{verb: "draft", item: string, result: {of: string, attempt: string, response: string[], flagged?: boolean}, seconds?: number}} UnfinishedDraft
 */
/** @typedef {{attempt: string, response: string[], ending: string, cash: number, score: number, redLine: boolean, steps: Record<string, number>}} Played */
/** @typedef {{verb: "practised", item: string, result: Played, seconds?: number}} PlayDraft */
/** @typedef {{attempt: string, score: number, passed: boolean, answers: ExamAnswer[]}} Examined */
/** @typedef {{verb: "examined", item: string, result: Examined, seconds?: number}} ExamDraft */
/** @typedef {ReadDraft | AnswerDraft | ReviewDraft | NoteDraft | UnfinishedDraft | PlayDraft | ExamDraft} Draft */
/** @typedef {Draft & {id: string, at: string}} RecordEvent  at: UTC, as Date.toISOString writes it */
/** @typedef {"bad-file" | "wrong-course" | "newer"} Refusal */

class RecordFormat {
  static VERSION = 2;

  /**
   * @param {string} text
   * @param {string} course
   * @returns {{events: RecordEvent[], dropped: number} | {reason: Refusal}} dropped: events of a wrong shape
   */
  static parse(text, course) {
    let data;
    try {
      data = Object(JSON.parse(text.replace(/^\uFEFF/, "")));
    } catch {
      return { reason: "bad-file" };
    }
    if (data.format !== "coursepack-record" || !Number.isInteger(data.version)) return { reason: "bad-file" };
    if (data.version > RecordFormat.VERSION) return { reason: "newer" };
    if (data.course !== course) return { reason: "wrong-course" };
    if (!Array.isArray(data.events)) return { reason: "bad-file" };
    const events = data.events.flatMap(RecordFormat.#event);
    return { events, dropped: data.events.length - events.length };
  }

  /**
   * @param {RecordEvent[]} events
   * @param {string} course
   * @param {number} [indent]
   */
  static write(events, course, indent) {
    return JSON.stringify({ format: "coursepack-record", version: RecordFormat.VERSION, course, events }, null, indent);
  }

  /**
   * One list without doubles, by time; of the notes on an item only the latest, of drafts only those still needed.
   * @param {RecordEvent[][]} lists
   */
  static merge(...lists) {
    const events = [...new Map(lists.flat().map((event) => [event.id, event])).values()];
    events.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
    const newest = new Map(events.map((event) => [RecordFormat.#slot(event), event.id]));
    const open = RecordFormat.#openAttempts(events);
    return events.filter((event) => {
      if (event.verb !== "note" && event.verb !== "draft") return true;
      if (event.verb === "draft" && open.get(event.result.of) !== event.result.attempt) return false;
      return newest.get(RecordFormat.#slot(event)) === event.id;
    });
  }

  /**
   * The attempt at each exam or role play that is not finished: the one begun last.
   * @param {RecordEvent[]} events
   */
  static #openAttempts(events) {
    const open = new Map();
    const done = new Set();
    for (const event of events) if (event.verb === "practised" || event.verb === "examined") done.add(event.result.attempt);
    for (const event of events) {
      if (event.verb !== "draft" || event.item !== event.result.of) continue;
      if (!done.has(event.result.attempt)) open.set(event.item, event.result.attempt);
    }
    return open;
  }

  /**
   * Of the notes or drafts with one slot only the latest counts.
   * @param {RecordEvent} event
   */
  static #slot(event) {
    return event.verb === "draft" ? `${event.result.attempt} ${event.item}` : `${event.verb} ${event.item}`;
  }

  /**
   * @param {unknown} raw
   * @returns {RecordEvent[]} the event with its known fields, or nothing when its shape is wrong
   */
  static #event(raw) {
    const { id, at, verb, item, result, seconds } = Object(raw);
    const known = RecordFormat.#result(verb, Object(result));
    if (![id, item].every(RecordFormat.#isName) || !RecordFormat.#isTime(at) || !known) return [];
    return [{ id, at, verb, item, ...known, ...(Number.isFinite(seconds) && seconds >= 0 && { seconds }) }];
  }

  /**
   * @param {unknown} verb
   * @param {any} result
   */
  static #result(verb, result) {
    switch (verb) {
      case "read":
        return {};
      case "answered":
        return RecordFormat.#isAnswer(result) ? { result: RecordFormat.#answer(result) } : null;
      case "note":
        return typeof result.value === "string" ? { result: { value: result.value } } : null;
      case "reviewed":
        return RecordFormat.#reviewed(result);
      case "draft":
        return RecordFormat.#draft(result);
      case "practised":
        return RecordFormat.#practised(result);
      case "examined":
        return RecordFormat.#examined(result);
      default:
        return null;
    }
  }

  /** @param {any} result */
  static #reviewed(result) {
    const { confidence } = result;
    if (!RecordFormat.#isAnswer(result) || ![1, 2, 3].includes(confidence)) return null;
    return { result: { ...RecordFormat.#answer(result), confidence } };
  }

  /** @param {any} result */
  static #draft({ of, attempt, response, flagged }) {
    if (![of, attempt].every(RecordFormat.#isName) || !RecordFormat.#isNames(response)) return null;
    return { result: { of, attempt, response, ...(flagged === true && { flagged }) } };
  }

  /** @param {any} result */
  static #practised({ attempt, response, ending, cash, score, redLine, steps }) {
    if (![attempt, ending].every(RecordFormat.#isName) || !RecordFormat.#isNames(response)) return null;
    if (![cash, score].every(RecordFormat.#isShare) || typeof redLine !== "boolean") return null;
    const points = Object.entries(Object(steps));
    if (!points.every(([name, value]) => RecordFormat.#isName(name) && Number.isInteger(value))) return null;
    return { result: { attempt, response, ending, cash, score, redLine, steps: Object.fromEntries(points) } };
  }

  /** @param {any} result */
  static #examined({ attempt, score, passed, answers }) {
    if (!RecordFormat.#isName(attempt) || !RecordFormat.#isShare(score) || typeof passed !== "boolean") return null;
    if (!Array.isArray(answers)) return null;
    const known = answers.map(Object);
    if (!known.every((answer) => RecordFormat.#isName(answer.item) && RecordFormat.#isAnswer(answer))) return null;
    const kept = known.map((answer) => ({ item: answer.item, ...RecordFormat.#answer(answer) }));
    return { result: { attempt, score, passed, answers: kept } };
  }

  /** @param {any} result */
  static #isAnswer({ correct, response, score }) {
    return typeof correct === "boolean" && RecordFormat.#isShare(score) && RecordFormat.#isNames(response);
  }

  /** @param {Answer} result */
  static #answer({ correct, response, score }) {
    return { correct, response, score };
  }

  /** @param {unknown} value */
  static #isShare(value) {
    return typeof value === "number" && value >= 0 && value <= 1;
  }

  /** @param {unknown} value */
  static #isNames(value) {
    return Array.isArray(value) && value.every(RecordFormat.#isName);
  }

  /** @param {unknown} value */
  static #isName(value) {
    return typeof value === "string" && value.length > 0 && value.length <= 200;
  }

  /** @param {unknown} value */
  static #isTime(value) {
    const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
    return typeof value === "string" && written.test(value) && !isNaN(Date.parse(value));
  }
}
