"use strict";

/**
 * Receivables by age from rows pasted out of a spreadsheet: customer, due date, amount. Joins course-calculations.js.
 * No text makes it throw; a row that cannot be read is reported with its line, and the others count.
 */

/** @typedef {{line: number, customer: string, due: string, amount: string}} AgeingCells */
/** @typedef {{line: number, customer: string, due: number, cents: number}} AgeingRow */
/** @typedef {{line: number, code: string, typed: string}} AgeingFault */

class AgeingTable {
  static MOST_ROWS = 5000;
  static MOST_HEADINGS = 5; // lines of title and headings above the first row
  static LAST_DAYS = [0, 30, 60, 90, 180, 365, Infinity]; // the end of each bucket, in days from the due date [AR-05]

  /** @param {CalculationInput} input */
  static calculate(input) {
    const date = input.date("date");
    const order = /** @type {DateOrder} */ (input.text("order"));
    const { rows, faults, header } = AgeingTable.read(input.raw("rows"), order);
    if (!rows.length && !faults.length) input.fail("rows", "empty");
    if (rows.length > AgeingTable.MOST_ROWS) input.fail("rows", "too-many", { most: AgeingTable.MOST_ROWS });
    if (input.faults.length) return null;
    const notes = [...(header ? [header === 1 ? "header" : "headers"] : []), ...(rows.some((row) => row.cents < 0) ? ["negative"] : [])];
    const counts = { rows: rows.length, faults: faults.length || null, header };
    if (!rows.length) return { main: "nothing", figures: { date, ...counts }, tables: { faults }, notes };
    const { figures, tables } = AgeingTable.#totals(rows, date);
    return { main: faults.length ? "some" : "all", figures: { date, ...counts, ...figures }, tables: { ...tables, faults }, notes };
  }

  /**
   * @param {string} text
   * @param {DateOrder} [order]
   * @returns {{rows: AgeingRow[], faults: AgeingFault[], header: number | null}} header: the line of the headings; what is above it is title
   */
  static read(text, order = "") {
    const filled = AgeingTable.#lines(text).filter(({ words }) => /[^\s,;，；]/.test(words));
    const cells = filled.map(({ line, words }) => ({ line, ...AgeingTable.#cells(words, order) }));
    const header = AgeingTable.#header(cells, order);
    /** @type {AgeingRow[]} */
    const rows = [];
    /** @type {AgeingFault[]} */
    const faults = [];
    for (const cell of cells) {
      if (cell.line <= (header ?? 0)) continue;
      const row = AgeingTable.#row(cell, order);
      if ("code" in row) faults.push(row);
      else rows.push(row);
    }
    return { rows, faults, header };
  }

  /**
   * A line each; the line ends inside a quoted cell are spaces, and still count.
   * @param {string} text
   */
  static #lines(text) {
    let next = 1;
    const quoted = /(?<=^|[\t\r\n,;，；])"(?:[^"]|"")*"(?=[\t\r\n,;，；]|$)/g;
    return text.replace(quoted, (cell) => cell.replace(/\r\n|\r|\n/g, "\v")).split(/\r\n|\r|\n/).map((words) => {
      const line = next;
      next += words.split("\v").length;
      return { line, words: words.replaceAll("\v", " ") };
    });
  }

  /**
   * @param {AgeingCells} cells
   * @param {DateOrder} order
   * @returns {AgeingRow | AgeingFault}
   */
  static #row({ line, customer, due, amount }, order) {
    const day = CourseDate.read(due, order);
    const cents = courseNumber.cents(amount);
    if (!customer) return { line, code: "customer", typed: "" };
    if (!due && AgeingTable.#isTotal(customer)) return { line, code: "total", typed: customer };
    if (typeof day !== "number") return { line, code: due ? `date-${day}` : "date-empty", typed: due };
    if (!amount) return { line, code: "amount-empty", typed: "" };
    if (cents === null) return { line, code: courseNumber.parse(amount) === null ? "amount" : "cents", typed: amount };
    if (Math.abs(cents) > CalculationInput.MOST_CENTS) return { line, code: "large", typed: amount };
    return { line, customer, due: day, cents };
  }

  /**
   * Columns beyond the third are not looked at.
   * @param {string} words  one line
   * @param {DateOrder} order
   */
  static #cells(words, order) {
    const separator = words.includes("\t") ? /\t/ : /[;；]/.test(words) ? /[;；]/ : /[,，]/;
    const cells = AgeingTable.#split(words, separator).map((cell) => courseNumber.plain(cell).replace(/ +/g, " "));
    if (separator.source !== "[,，]") return { customer: cells[0], due: cells[1] ?? "", amount: cells[2] ?? "" };
    return AgeingTable.#betweenCommas(cells, order);
  }

  /**
   * Names (“Co., Ltd”) and amounts (480,000) may hold commas of their own: the date tells where each ends.
   * @param {string[]} cells
   * @param {DateOrder} order
   */
  static #betweenCommas(cells, order) {
    const found = cells.findIndex((cell, index) => index > 0 && CourseDate.read(cell, order) !== "unreadable");
    const at = found < 0 ? 1 : found;
    const amount = cells.slice(at + 1).join(",").replace(/,+$/, "");
    return { customer: cells.slice(0, at).join(", "), due: cells[at] ?? "", amount };
  }

  /**
   * A cell that begins with a double quote may hold separators, and quotes written twice; elsewhere a quote is an inch.
   * @param {string} words
   * @param {RegExp} separator
   */
  static #split(words, separator) {
    const cells = [""];
    let quoted = false;
    for (let at = 0; at < words.length; at++) {
      const [char, last] = [words[at], cells.length - 1];
      const twice = quoted && char === '"' && words[at + 1] === '"';
      if (twice) at++;
      if (char === '"' && !twice && (quoted || !cells[last].trim())) quoted = !quoted;
      else if (!quoted && separator.test(char)) cells.push("");
      else cells[last] += char;
    }
    return cells;
  }

  /**
   * The line of the headings: the first whose second cell is a word and whose third holds no figure. Above it may be a title.
   * @param {AgeingCells[]} cells
   * @param {DateOrder} order
   */
  static #header(cells, order) {
    const isTitle = (/** @type {AgeingCells} */ { due, amount }) => !due && !amount;
    const first = cells.find((line) => !isTitle(line));
    if (!first || cells.indexOf(first) >= AgeingTable.MOST_HEADINGS) return null;
    const { due, amount, line } = first;
    return due && CourseDate.read(due, order) === "unreadable" && !/\d/.test(amount) ? line : null;
  }

  /** @param {string} customer  the name in a row without a date */
  static #isTotal(customer) {
    return /^(?:合 ?计|总 ?计|小 ?计|(?:grand |sub-?)?total)/i.test(customer);
  }

  /**
   * @param {AgeingRow[]} rows
   * @param {number} date
   */
  static #totals(rows, date) {
    const places = rows.map((row) => AgeingTable.LAST_DAYS.findIndex((last) => date - row.due <= last));
    const total = CourseCalculations.sum(rows.map((row) => row.cents));
    const buckets = AgeingTable.LAST_DAYS.map((_, bucket) => {
      const inside = rows.filter((_, index) => places[index] === bucket);
      const amount = CourseCalculations.sum(inside.map((row) => row.cents));
      return { bucket: `bucket-${bucket}`, rows: inside.length, amount, share: AgeingTable.#share(amount, total) };
    });
    const overdue = total - buckets[0].amount;
    const figures = { total, overdue, share: AgeingTable.#share(overdue, total) };
    return { figures, tables: { buckets, customers: AgeingTable.#customers(rows, places, total) } };
  }

  /**
   * @param {AgeingRow[]} rows
   * @param {number[]} places  the bucket of each row
   * @param {number} total
   */
  static #customers(rows, places, total) {
    /** @type {Map<string, number[]>} */
    const amounts = new Map();
    rows.forEach(({ customer, cents }, index) => {
      const buckets = amounts.get(customer) ?? AgeingTable.LAST_DAYS.map(() => 0);
      buckets[places[index]] += cents;
      amounts.set(customer, buckets);
    });
    const lines = [...amounts].map(([customer, buckets]) => {
      const amount = CourseCalculations.sum(buckets);
      const cells = Object.fromEntries(buckets.map((cents, bucket) => [`bucket-${bucket}`, cents]));
      return { customer, amount, share: AgeingTable.#share(amount, total), ...cells };
    });
    return lines.sort((a, b) => b.amount - a.amount);
  }

  /**
   * Tenths of a per cent; null where credit notes leave no sensible share.
   * @param {number} amount
   * @param {number} total
   */
  static #share(amount, total) {
    return total > 0 && amount >= 0 ? CourseCalculations.part(amount, 1000, total) : null;
  }
}

Object.assign(CourseCalculations.all, { ageing: AgeingTable.calculate });
