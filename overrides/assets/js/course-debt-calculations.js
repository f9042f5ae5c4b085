"use strict";

/**
 * Calculations on the calendar of one debt: late interest with part payments, a plan of instalments, the limitation period.
 * Like course-calculations.js, which they join: texts in; cents, rates and days out.
 */

/** @typedef {{costs: number, interest: number, principal: number}} Owed */
/** @typedef {{date: number, amount: number}} Payment */

class LateInterest {
  static DAILY = 1_825_000_000; // 0.05% a day × 365 [LAW-22]
  static LPR_SINCE = CourseDate.of(2019, 8, 20); // breaches after this day [LAW-13]

  /** @param {CalculationInput} input */
  static calculate(input) {
    const principal = input.money("principal");
    const due = input.date("due");
    const end = input.date("end");
    if (due && end && end < due) input.fail("end", "before-due");
    const costs = input.moneyIfAny("costs", { zero: true }) ?? 0;
    const kind = input.text("kind");
    const rates = LateInterest.#rates(input, kind, due);
    const payments = LateInterest.#payments(input, due, end);
    if (input.faults.length) return null;
    const at = (/** @type {number} */ rate) => LateInterest.#allocate({ costs, interest: 0, principal }, payments, due, end, rate);
    const { steps, owed, interest, excess } = at(rates.rate);
    const paid = CourseCalculations.sum(payments.map((payment) => payment.amount));
    const left = owed.costs + owed.interest + owed.principal;
    const [low, high] = rates.lpr === null ? [null, null] : [rates.lpr * 13000, rates.lpr * 15000].map((rate) => at(rate).interest);
    return {
      main: paid ? "paid" : "unpaid",
      figures: {
        principal, days: end - due, end, ...rates, lpr: rates.lpr && rates.lpr * 10000, interest, low, high, paid,
        costsLeft: costs ? owed.costs : null, interestLeft: owed.interest, principalLeft: owed.principal, left, excess: excess || null,
      },
      tables: { steps: payments.length ? steps : [] },
      notes: [...(kind === "lpr" ? ["lpr"] : []), ...(excess ? ["excess"] : [])],
    };
  }

  /**
   * @param {CalculationInput} input
   * @param {string} kind
   * @param {number} due
   * @returns {{rate: number, lpr: number | null, markup: number | null}} lpr: in millionths, so that the product is exact
   */
  static #rates(input, kind, due) {
    if (kind === "daily") return { rate: LateInterest.DAILY, lpr: null, markup: null };
    if (kind !== "lpr") return { rate: input.rate("rate"), lpr: null, markup: null };
    if (due && due < LateInterest.LPR_SINCE) input.fail("due", "before-lpr");
    if (!input.text("lpr")) input.fail("lpr", "look-up");
    const lpr = input.rate("lpr", { most: 15 }) / 10000;
    const markup = input.rate("markup", { least: 30, most: 50, fraction: 0.51 });
    const hundredths = Math.round(markup / 1_000_000);
    if (hundredths * 1_000_000 !== markup) input.fail("markup", "decimals");
    return { rate: lpr * (10000 + hundredths), lpr, markup };
  }

  /**
   * By date; the date of each lies after the due date and not after the end.
   * @param {CalculationInput} input
   * @param {number} due
   * @param {number} end
   * @returns {Payment[]}
   */
  static #payments(input, due, end) {
    const payments = input.rows("payments", ["date", "amount"]).map((start) => {
      const date = input.date(`${start}date`);
      if (date && due && date <= due) input.fail(`${start}date`, "payment-early");
      if (date && end && date > end) input.fail(`${start}date`, "payment-late");
      return { date, amount: input.money(`${start}amount`) };
    });
    return payments.sort((a, b) => a.date - b.date);
  }

  /**
   * Each payment pays costs, then the interest up to its day, then principal [LAW-16]. Interest bears no interest.
   * @param {Owed} start
   * @param {Payment[]} payments
   * @param {number} due
   * @param {number} end
   * @param {number} rate
   */
  static #allocate(start, payments, due, end, rate) {
    const owed = { ...start };
    let [from, interest, excess] = [due, 0, 0];
    const steps = [...payments, { date: end, amount: 0 }].map(({ date, amount }) => {
      const [days, base] = [date - from, owed.principal];
      const added = CourseCalculations.interest(base, rate, days);
      owed.interest += added;
      interest += added;
      const paid = LateInterest.#pay(owed, amount);
      excess += paid.excess;
      from = date;
      return { date, days, base, added, amount: amount || null, ...paid, interestLeft: owed.interest, principalLeft: owed.principal };
    });
    return { steps, owed, interest, excess };
  }

  /**
   * Takes a payment off what is owed.
   * @param {Owed} owed
   * @param {number} amount
   */
  static #pay(owed, amount) {
    const toCosts = Math.min(amount, owed.costs);
    const toInterest = Math.min(amount - toCosts, owed.interest);
    const toPrincipal = Math.min(amount - toCosts - toInterest, owed.principal);
    owed.costs -= toCosts;
    owed.interest -= toInterest;
    owed.principal -= toPrincipal;
    return { toCosts, toInterest, toPrincipal, excess: amount - toCosts - toInterest - toPrincipal };
  }
}

class InstalmentPlan {
  /** @param {CalculationInput} input */
  static calculate(input) {
    const total = input.money("total");
    const amounts = input.text("mode") === "own" ? InstalmentPlan.#own(input, total) : InstalmentPlan.#equal(input, total);
    const first = input.date("first");
    if (input.faults.length) return null;
    const dates = amounts.map((_, index) => InstalmentPlan.#date(input, first, index));
    let left = total;
    const steps = amounts.map((amount, index) => {
      left -= amount;
      return { number: index + 1, ...InstalmentPlan.#shifted(dates[index], input.text("weekend")), amount, left };
    });
    const [opening, closing] = [steps[0], steps[steps.length - 1]];
    const figures = { total, count: steps.length, amount: opening.amount, rest: closing.amount, start: opening.date, end: closing.date };
    const main = input.text("mode") === "own" ? "own" : figures.amount === figures.rest ? "equal" : "rest";
    return { main, figures, tables: { steps }, notes: ["weekend", "moved"].filter((flag) => steps.some((step) => step.flag === flag)) };
  }

  /**
   * Equal parts, the last one with the cents that are left over.
   * @param {CalculationInput} input
   * @param {number} total
   */
  static #equal(input, total) {
    const count = input.count("count", { least: 2, most: 60 });
    if (count && total && total < count) input.fail("total", "too-small");
    if (input.faults.length) return [];
    const amount = Math.floor(total / count);
    return [...Array(count - 1).fill(amount), total - amount * (count - 1)];
  }

  /**
   * @param {CalculationInput} input
   * @param {number} total
   */
  static #own(input, total) {
    const rows = input.rows("parts", ["amount"]);
    const amounts = rows.map((start) => input.money(`${start}amount`));
    if (!rows.length) input.fail("parts.1.amount", "empty");
    const sum = CourseCalculations.sum(amounts);
    const gap = Math.abs(total - sum);
    if (!input.faults.length && gap) input.fail("total", sum < total ? "parts-short" : "parts-over", { sum, gap });
    return amounts;
  }

  /**
   * @param {CalculationInput} input
   * @param {number} first
   * @param {number} index
   */
  static #date(input, first, index) {
    if (input.text("interval") === "week") return first + 7 * index;
    if (input.text("interval") === "fortnight") return first + 14 * index;
    const last = CourseDate.afterMonths(first, 0, 31);
    return CourseDate.afterMonths(first, index, first === last && input.text("month-end") ? 31 : undefined);
  }

  /**
   * @param {number} planned
   * @param {string} weekend  before, after or keep
   */
  static #shifted(planned, weekend) {
    const { weekday } = CourseDate.parts(planned);
    if (weekday !== 0 && weekday !== 6) return { date: planned, flag: null };
    if (weekend === "before") return { date: planned - (weekday === 6 ? 1 : 2), flag: "moved" };
    if (weekend === "after") return { date: planned + (weekday === 6 ? 2 : 1), flag: "moved" };
    return { date: planned, flag: "weekend" };
  }
}

class LimitationPeriod {
  static YEARS = 3;
  static LONG_STOP = 20;
  static CIVIL_CODE = CourseDate.of(2021, 1, 1);

  /** @param {CalculationInput} input */
  static calculate(input) {
    const due = input.date("due");
    const asOf = input.dateIfAny("as-of");
    const events = input.rows("events", ["date"]).map((start) => {
      const date = input.date(`${start}date`);
      if (date && asOf !== null && date > asOf) input.fail(`${start}date`, "future");
      return { date, kind: input.text(`${start}kind`) };
    });
    if (input.faults.length) return null;
    events.sort((a, b) => a.date - b.date);
    const stop = CourseDate.afterMonths(due, 12 * LimitationPeriod.LONG_STOP);
    const { steps, start, end } = LimitationPeriod.#chain(due, events, stop);
    const notes = LimitationPeriod.#notes(input, due, steps, end === stop);
    const days = asOf === null ? null : end - asOf;
    const main = days === null ? "end" : days < 0 ? "over" : "running";
    return { main, figures: { due, start, end, stop, days: days && Math.abs(days), asOf }, tables: { steps }, notes };
  }

  /**
   * @param {number} due
   * @param {{date: number, kind: string}[]} events  by date
   * @param {number} stop
   */
  static #chain(due, events, stop) {
    let [start, end] = [due, LimitationPeriod.#end(due, stop)];
    const steps = [{ date: due, kind: "due", effect: "starts", end }];
    for (const event of events) {
      const effect = LimitationPeriod.#effect(event, { due, start, end, stop });
      if (effect === "restarts" || effect === "revives") [start, end] = [event.date, LimitationPeriod.#end(event.date, stop)];
      steps.push({ ...event, effect, end });
    }
    return { steps, start, end };
  }

  /**
   * After expiry only the debtor's agreement counts [LAW-08]; nothing does once the long stop has passed [LAW-01].
   * @param {{date: number, kind: string}} event
   * @param {{due: number, start: number, end: number, stop: number}} period
   */
  static #effect({ date, kind }, { due, start, end, stop }) {
    if (date <= due) return "early";
    if (date === start) return "same-day";
    if (date <= end) return "restarts";
    if (date > stop) return "stopped";
    if (kind === "promise") return "revives";
    return kind === "part-payment" ? "paid-only" : "too-late";
  }

  /**
   * @param {number} start
   * @param {number} stop
   */
  static #end(start, stop) {
    return Math.min(CourseDate.afterMonths(start, 12 * LimitationPeriod.YEARS), stop);
  }

  /**
   * @param {CalculationInput} input
   * @param {number} due
   * @param {{kind: string, effect: string}[]} steps
   * @param {boolean} stopped
   */
  static #notes(input, due, steps, stopped) {
    const notes = input.text("kind") === "instalments" ? ["instalments"] : [];
    if (due < LimitationPeriod.CIVIL_CODE) notes.push("old-law");
    if (steps.some((step) => step.kind === "suit" && step.effect === "restarts")) notes.push("suit");
    for (const effect of ["revives", "paid-only"]) if (steps.some((step) => step.effect === effect)) notes.push(effect);
    return stopped ? [...notes, "long-stop"] : notes;
  }
}

Object.assign(CourseCalculations.all, {
  "late-interest": LateInterest.calculate,
  instalments: InstalmentPlan.calculate,
  limitation: LimitationPeriod.calculate,
});
