"use strict";

/**
 * What calculators compute, as functions of the texts in a form: no page, no clock, no record. Numbers are those of
 * course-calculation-input.js; what is rounded is rounded half up, once, to the cent. Cases: tests/calculators/*.json.
 */

/**
 * @typedef {{main?: string, figures: Figures, tables?: Record<string, Figures[]>, notes?: string[]}} Outcome
 * main: which sentence says the result, when there are several; figures: null when there is none; notes: codes
 */

class CourseCalculations {
  static ONE = 10_000_000_000; // the rate of 100%
  static YEAR = 365;

  /** @type {Record<string, (input: CalculationInput) => Outcome | null>} null only together with faults */
  static all = {
    "carrying-cost": CourseCalculations.#carryingCost,
    "replacement-sales": CourseCalculations.#replacementSales,
    dso: CourseCalculations.#dso,
    cei: CourseCalculations.#cei,
    "expected-loss": CourseCalculations.#expectedLoss,
  };

  /**
   * @param {string} name
   * @param {Record<string, string>} texts
   * @returns {Outcome | {faults: InputFault[]}}
   */
  static run(name, texts) {
    const input = new CalculationInput(texts);
    const outcome = CourseCalculations.all[name](input);
    return input.faults.length || !outcome ? { faults: input.faults } : outcome;
  }

  /**
   * value × over ÷ under, rounded half up; exact in between. None of them is negative.
   * @param {number} value
   * @param {number | bigint} over
   * @param {number | bigint} under
   */
  static part(value, over, under) {
    const [top, bottom] = [BigInt(value) * BigInt(over), BigInt(under)];
    return Number((2n * top + bottom) / (2n * bottom));
  }

  /**
   * Simple interest in cents: amount × rate × days ÷ 365.
   * @param {number} cents
   * @param {number} rate
   * @param {number} days
   */
  static interest(cents, rate, days) {
    return CourseCalculations.part(cents, BigInt(rate) * BigInt(days), BigInt(CourseCalculations.ONE) * BigInt(CourseCalculations.YEAR));
  }

  /** @param {number[]} numbers */
  static sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
  }

  /** @param {CalculationInput} input */
  static #carryingCost(input) {
    const amount = input.money("amount");
    const rate = input.rate("rate");
    const days = input.count("days", { most: 3650 });
    const cost = CourseCalculations.interest(amount, rate, days);
    return { figures: { amount, rate, days, cost, daily: CourseCalculations.interest(amount, rate, 1) } };
  }

  /** @param {CalculationInput} input */
  static #replacementSales(input) {
    const loss = input.money("loss");
    const margin = input.rate("margin", { least: 0.1 });
    const contribution = input.text("contribution") ? input.rate("contribution", { least: 0.1 }) : null;
    if (contribution !== null && contribution < margin) input.fail("contribution", "below-margin");
    if (input.faults.length) return null;
    const sales = CourseCalculations.part(loss, CourseCalculations.ONE, margin);
    const fewer = contribution && CourseCalculations.part(loss, CourseCalculations.ONE, contribution);
    return { figures: { loss, margin, sales, contribution, fewer } };
  }

  /**
   * Days are tenths. What is not due can be no more than the whole.
   * @param {CalculationInput} input
   */
  static #dso(input) {
    const receivables = input.money("receivables");
    const current = input.moneyIfAny("current", { zero: true });
    if (current !== null && current > receivables) input.fail("current", "above-total");
    const months = input.rows("months", ["sales", "days"]).map((start) => ({
      sales: input.money(`${start}sales`, { zero: true }),
      days: input.count(`${start}days`, { most: 366 }),
    }));
    const sales = CourseCalculations.sum(months.map((month) => month.sales));
    if (!months.length) input.fail("months.1.sales", "empty");
    else if (!input.faults.length && !sales) input.fail("months.1.sales", "no-sales");
    else if (receivables > 1000 * sales) input.fail("months.1.sales", "tiny-sales");
    if (input.faults.length) return null;
    return CourseCalculations.#daysOutstanding(receivables, current, sales, months);
  }

  /**
   * @param {number} receivables
   * @param {number | null} current
   * @param {number} sales
   * @param {{sales: number, days: number}[]} months  the latest first
   */
  static #daysOutstanding(receivables, current, sales, months) {
    const days = CourseCalculations.sum(months.map((month) => month.days));
    const simple = CourseCalculations.part(receivables, 10 * days, sales);
    const best = current === null ? null : CourseCalculations.part(current, 10 * days, sales);
    const { steps, left } = CourseCalculations.#countback(receivables, months);
    const countback = left ? null : CourseCalculations.sum(steps.map((step) => step.days));
    return {
      figures: { receivables, current, sales, days, simple, best, late: best === null ? null : simple - best, countback, left },
      tables: { steps },
      notes: left ? ["short"] : [],
    };
  }

  /**
   * Receivables taken off the latest month's sales, then off the month before, until they are used up.
   * @param {number} receivables
   * @param {{sales: number, days: number}[]} months
   */
  static #countback(receivables, months) {
    const steps = [];
    let left = receivables;
    for (const [index, month] of months.entries()) {
      if (!left) break;
      const taken = Math.min(left, month.sales);
      const share = month.sales ? CourseCalculations.part(taken, 10 * month.days, month.sales) : 10 * month.days;
      left -= taken;
      steps.push({ month: index + 1, sales: month.sales, taken, days: share });
    }
    return { steps, left };
  }

  /**
   * The index is tenths of a per cent.
   * @param {CalculationInput} input
   */
  static #cei(input) {
    const opening = input.money("opening", { zero: true });
    const sales = input.money("sales", { zero: true });
    const closing = input.money("closing", { zero: true });
    const current = input.money("current", { zero: true });
    if (current > closing) input.fail("current", "above-total");
    if (closing > opening + sales) input.fail("closing", "above-sources");
    if (!input.faults.length && opening + sales === current) input.fail("current", "nothing-due");
    if (input.faults.length) return null;
    const collected = opening + sales - closing;
    const collectable = opening + sales - current;
    const index = CourseCalculations.part(collected, 1000, collectable);
    return { figures: { opening, sales, closing, current, collected, collectable, index } };
  }

  /** @param {CalculationInput} input */
  static #expectedLoss(input) {
    const steps = input.rows("matrix", ["amount", "rate"]).map((start) => {
      const amount = input.money(`${start}amount`, { zero: true });
      const rate = input.rate(`${start}rate`, { fraction: 0.1, zero: true });
      return { name: input.text(`${start}name`), amount, rate, loss: CourseCalculations.part(amount, rate, CourseCalculations.ONE) };
    });
    if (!steps.length) input.fail("matrix.1.amount", "empty");
    const total = CourseCalculations.sum(steps.map((step) => step.amount));
    const loss = CourseCalculations.sum(steps.map((step) => step.loss));
    if (!input.faults.length && !total) input.fail("matrix.1.amount", "zero");
    if (input.faults.length) return null;
    const share = CourseCalculations.part(loss, 10000, total) * (CourseCalculations.ONE / 10000);
    return { figures: { total, loss, share }, tables: { steps } };
  }
}
