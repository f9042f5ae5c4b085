"use strict";

/**
 * The texts of a calculator's form on their way to exact whole numbers. Money is cents, a rate is ten-thousand-millionths
 * (5% is 500,000,000), a day is a number of days: nothing drifts.
 */

/** @typedef {Record<string, number | string | null>} Figures */
/** @typedef {{field: string, code: string, figures: Figures}} InputFault  code: a word that the page explains */

/** What cannot be read is a fault of its field, and counts as 0. */
class CalculationInput {
  static MOST_CENTS = 1e12; // ten billion yuan: sums of thousands of them stay exact

  /** @type {InputFault[]} */
  faults = [];
  #texts;

  /** @param {Record<string, string>} texts  by field; a field of a row is `part.2.field` */
  constructor(texts) {
    this.#texts = texts;
  }

  /** @param {string} field */
  text(field) {
    return this.raw(field).trim();
  }

  /** @param {string} field */
  raw(field) {
    return this.#texts[field] ?? "";
  }

  /**
   * @param {string} field
   * @param {string} code
   * @param {Figures} [figures]  for the explanation
   */
  fail(field, code, figures = { typed: this.text(field) }) {
    if (!this.faults.some((fault) => fault.field === field)) this.faults.push({ field, code, figures });
    return 0;
  }

  /**
   * Cents, of an amount that must be there.
   * @param {string} field
   * @param {{zero?: boolean}} [allowed]
   */
  money(field, { zero = false } = {}) {
    const text = this.text(field);
    const fault = CalculationInput.#numberFault(text) ?? CalculationInput.#moneyFault(courseNumber.cents(text), zero);
    return fault ? this.fail(field, fault) : courseNumber.cents(text) ?? 0;
  }

  /**
   * @param {string} field
   * @param {{zero?: boolean}} [allowed]
   * @returns {number | null} null: left empty
   */
  moneyIfAny(field, allowed) {
    return this.text(field) ? this.money(field, allowed) : null;
  }

  /**
   * A rate typed in per cent. One so small that it looks like a fraction (0.05 for 5%) counts only with its percent sign.
   * @param {string} field
   * @param {{least?: number, most?: number, fraction?: number, zero?: boolean}} [limits]  in per cent
   */
  rate(field, { least = 0, most = 100, fraction = 0.5, zero = false } = {}) {
    const text = this.text(field);
    const value = courseNumber.parse(text) ?? 0;
    const fault = CalculationInput.#numberFault(text) ?? (value === 0 && !zero ? "zero" : null);
    if (fault) return this.fail(field, fault);
    if (value > 0 && value < fraction && !/[%％]$/.test(text)) return this.fail(field, "fraction");
    if (value < least || value > most) return this.fail(field, "outside");
    const exact = courseNumber.scaled(text, 4);
    return exact === null ? this.fail(field, "decimals") : exact * 10000;
  }

  /**
   * @param {string} field
   * @param {{least?: number, most: number, zero?: boolean}} limits
   */
  count(field, { least = 1, most }) {
    const text = this.text(field).replace(/ ?(天|日|期|days?|个月)$/i, "");
    const value = courseNumber.parse(text) ?? 0;
    const fault = CalculationInput.#numberFault(text) ?? (Number.isInteger(value) ? null : "whole");
    if (fault) return this.fail(field, fault);
    return value < least || value > most ? this.fail(field, "outside") : value;
  }

  /** @param {string} field */
  date(field) {
    const text = this.text(field);
    const found = text ? CourseDate.read(text) : "empty";
    return typeof found === "number" ? found : this.fail(field, found === "empty" ? found : `date-${found}`);
  }

  /** @param {string} field */
  dateIfAny(field) {
    return this.text(field) ? this.date(field) : null;
  }

  /**
   * The rows of a part in which something is filled in, as the beginnings of their fields' names: `part.2.`
   * @param {string} part
   * @param {string[]} fields  those that make a row count
   */
  rows(part, fields) {
    const numbers = Object.keys(this.#texts).flatMap((name) => (name.startsWith(`${part}.`) ? Number(name.split(".")[1]) : []));
    const starts = [...new Set(numbers)].sort((a, b) => a - b).map((number) => `${part}.${number}.`);
    return starts.filter((start) => fields.some((field) => this.text(start + field)));
  }

  /** @param {string} text */
  static #numberFault(text) {
    if (!text) return "empty";
    const value = courseNumber.parse(text);
    if (value === null) return "number";
    return value < 0 ? "negative" : null;
  }

  /**
   * @param {number | null} cents  null: finer than a cent, or beyond exactness
   * @param {boolean} zero
   */
  static #moneyFault(cents, zero) {
    if (cents === 0 && !zero) return "zero";
    if (cents === null) return "cents";
    return cents > CalculationInput.MOST_CENTS ? "large" : null;
  }
}
