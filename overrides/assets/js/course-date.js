"use strict";

/**
 * Calendar days as people type them and as spreadsheets copy them. A day is the number of days since 1 January 1970,
 * without hours or time zones: days can be subtracted.
 */

/** @typedef {"unreadable" | "impossible" | "order" | "range"} DateFault  order: 3/4/2026, which could be two days */
/** @typedef {"" | "day" | "month"} DateOrder  what comes first in 3/4/2026; empty: refuse it, but not 25/3/2026 */

class CourseDate {
  static #months = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  ];
  static #yearFirst = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?$/;
  static #digits = /^(\d{4})(\d\d)(\d\d)$/;
  static #yearLast = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})$/;
  static #dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[- ]?([a-z]{3,9})\.?,?[- ](\d{4}|\d\d)$/; // 4-Mar-26 is a spreadsheet's own form
  static #monthDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
  static #weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /;
  static #tail = /(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m|z)?)?(?: ?(?:星期|周)[一二三四五六日天])?$/;

  /**
   * @param {string} text
   * @param {DateOrder} [order]
   * @returns {number | DateFault}
   */
  static read(text, order = "") {
    const typed = courseNumber.plain(text).toLowerCase().replace(CourseDate.#weekday, "").replace(CourseDate.#tail, "");
    if (!order && CourseDate.#isAmbiguous(typed)) return "order";
    const [year, month, day] = CourseDate.#parts(typed, order);
    if (!year) return "unreadable";
    const found = CourseDate.of(year, month, day);
    if (month < 1 || month > 12 || day < 1 || CourseDate.parts(found).month !== month) return "impossible";
    return year < 1980 || year > 2100 ? "range" : found;
  }

  /**
   * @param {number} year
   * @param {number} month  1 to 12; other numbers run into other years
   * @param {number} day
   */
  static of(year, month, day) {
    return Date.UTC(year, month - 1, day) / 86400000;
  }

  /**
   * @param {number} day
   * @returns {{year: number, month: number, day: number, weekday: number}} weekday: 0 is Sunday
   */
  static parts(day) {
    const date = new Date(day * 86400000);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
  }

  /** @param {number} day */
  static iso(day) {
    return new Date(day * 86400000).toISOString().slice(0, 10);
  }

  /** The reader's own today. */
  static today() {
    const now = new Date();
    return CourseDate.of(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  /**
   * So many months later on the same day of the month; in a shorter month its last day.
   * @param {number} day
   * @param {number} months
   * @param {number} [wanted]  another day of the month, 31 being its last one
   */
  static afterMonths(day, months, wanted = CourseDate.parts(day).day) {
    const { year, month } = CourseDate.parts(day);
    const last = CourseDate.of(year, month + months + 1, 0);
    return Math.min(CourseDate.of(year, month + months, wanted), last);
  }

  /**
   * @param {string} typed
   * @param {DateOrder} order
   * @returns {number[]} year, month, day; empty when the text has none of the forms
   */
  static #parts(typed, order) {
    const plain = CourseDate.#yearFirst.exec(typed) ?? CourseDate.#digits.exec(typed);
    if (plain) return plain.slice(1).map(Number);
    const last = CourseDate.#yearLast.exec(typed);
    const dayFirst = order ? order === "day" : Number(last?.[1]) > 12;
    if (last) return (dayFirst ? [last[3], last[2], last[1]] : [last[3], last[1], last[2]]).map(Number);
    const [, day, name, year] = CourseDate.#dayMonth.exec(typed) ?? [];
    const [, first, second, third] = CourseDate.#monthDay.exec(typed) ?? [];
    const month = CourseDate.#month(name ?? first ?? "");
    return month ? [Number((year ?? third).padStart(4, "20")), month, Number(day ?? second)] : [];
  }

  /** @param {string} typed  3/4/2026 is; 25/3/2026 and 3/3/2026 can be one day only */
  static #isAmbiguous(typed) {
    const [, first, second] = CourseDate.#yearLast.exec(typed) ?? [];
    return Boolean(first) && Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12;
  }

  /** @param {string} name  three letters or more of it */
  static #month(name) {
    return 1 + CourseDate.#months.findIndex((month) => name.length >= 3 && month.startsWith(name));
  }
}
