"use strict";

/**
 * A calculator's result in words: figures in the formats of the page's language, in their server-rendered places.
 * `{cost:money}` in a text becomes “9,863.01 元”.
 * Formats: money, sum (without the currency), short (without .00), count, days, tenths, share (tenths of a per cent), rate, date,
 * weekday (a date with its weekday), word (by code), text; cell, cell-count and cell-share show a dash for nothing.
 */

class CalculatorFigures {
  #words;

  /** @param {HTMLElement} element  its data-format-… and data-word-… hold the words */
  constructor(element) {
    this.#words = element;
  }

  /**
   * @param {string} text  with `{name:format}`s
   * @param {Figures} figures
   */
  fill(text, figures) {
    return text.replace(/\{([\w-]+):([\w-]+)\}/g, (_, name, format) => this.show(figures[name], format));
  }

  /**
   * @param {string | number | null | undefined} value
   * @param {string} format
   * @returns {string}
   */
  show(value, format) {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") return format === "word" ? this.#word("word", value) : value;
    switch (format) {
      case "money":
        return this.#word("format", "money").replace("{n}", CalculatorFigures.#decimal(value, 2));
      case "sum":
        return CalculatorFigures.#decimal(value, 2);
      case "cell":
        return value ? this.show(value, "short") : "–";
      case "short":
        return CalculatorFigures.#decimal(value, 2).replace(/\.00$/, "");
      case "cell-count":
        return value ? this.show(value, "count") : "–";
      case "days":
        return this.#word("format", value === 1 ? "day" : "days").replace("{n}", CalculatorFigures.#decimal(value, 0));
      case "cell-share":
        return value ? this.show(value, "share") : "–";
      case "tenths":
        return CalculatorFigures.#decimal(value, 1);
      case "share":
        return `${CalculatorFigures.#decimal(value, 1)}%`;
      case "rate":
        return `${CalculatorFigures.#decimal(value, 8).replace(/\.?0+$/, "")}%`;
      case "date":
        return this.#date(value);
      case "weekday":
        return this.#weekday(value);
      default:
        return CalculatorFigures.#decimal(value, 0);
    }
  }

  /** @param {number} day */
  #date(day) {
    const { year, month, day: date } = CourseDate.parts(day);
    const name = this.#word("format", "months").split(" ")[month - 1];
    const parts = Object.entries({ year, month, day: date, name });
    return parts.reduce((text, [part, value]) => text.replace(`{${part}}`, String(value)), this.#word("format", "date"));
  }

  /** @param {number} day */
  #weekday(day) {
    const weekday = this.#word("format", "weekdays").split(" ")[CourseDate.parts(day).weekday];
    return this.#word("format", "weekday").replace("{date}", this.#date(day)).replace("{weekday}", weekday);
  }

  /**
   * @param {"word" | "format"} kind
   * @param {string} code
   */
  #word(kind, code) {
    return this.#words.getAttribute(`data-${kind}-${code}`) ?? "";
  }

  /**
   * A whole number with so many of its digits behind the point, and commas in threes: (986301, 2) is 9,863.01.
   * @param {number} value
   * @param {number} places
   */
  static #decimal(value, places) {
    const digits = String(Math.abs(value)).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
    return `${value < 0 ? "−" : ""}${whole}${places ? "." : ""}${digits.slice(digits.length - places)}`;
  }
}

class CalculatorResult {
  #element;
  #figures;

  /**
   * @param {HTMLElement} element
   * @param {CalculatorFigures} figures
   */
  constructor(element, figures) {
    this.#element = element;
    this.#figures = figures;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #all(selector) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.#element.querySelectorAll(selector))];
  }

  /** @param {string} text  instead of a result; empty: nothing was asked */
  hide(text) {
    this.#all("[data-result]").forEach((result) => (result.hidden = true));
    this.#headline(text);
  }

  /** @param {Outcome} outcome */
  show({ main, figures, tables = {}, notes = [] }) {
    this.#headline(this.#sentence("main", main, figures));
    this.#all(".calculator-working").forEach((place) => this.#showWorking(place, { main, figures }));
    this.#all("[data-figure]").forEach((place) => this.#showFigure(place, figures[place.dataset.figure ?? ""]));
    this.#all("[data-note]").forEach((note) => (note.hidden = !notes.includes(note.dataset.note ?? "")));
    this.#all("[data-words]").forEach((place) => (place.textContent = this.#figures.fill(place.dataset.words ?? "", figures)));
    this.#all("[data-table]").forEach((place) => this.#showTable(place, tables[place.dataset.table ?? ""] ?? []));
    this.#all(".calculator-letter").forEach((letter) => this.#write(letter, figures, tables.steps));
    this.#all("[data-result]").forEach((result) => (result.hidden = false));
  }

  /** The main sentence comes into view: on a phone the buttons may stand far from it. */
  reveal() {
    this.#all(".calculator-main").forEach((place) => place.scrollIntoView({ block: "nearest" }));
  }

  /** @param {string} text  said aloud when it is new */
  #headline(text) {
    for (const output of this.#all("output")) if (output.textContent !== text) output.textContent = text;
  }

  /**
   * @param {string} kind
   * @param {string | undefined} main  which of several sentences
   * @param {Figures} figures
   */
  #sentence(kind, main, figures) {
    const names = [`data-${kind}-${main}`, `data-${kind}`];
    const texts = names.map((name) => this.#element.querySelector(`[${name}]`)?.getAttribute(name));
    return this.#figures.fill(texts.find(Boolean) ?? "", figures);
  }

  /**
   * @param {HTMLElement} place
   * @param {number | string | null | undefined} value
   */
  #showFigure(place, value) {
    place.hidden = value === null || value === undefined;
    const figure = place.querySelector("dd");
    if (figure) figure.textContent = this.#figures.show(value, place.dataset.format ?? "");
  }

  /**
   * @param {HTMLElement} place
   * @param {Figures[]} lines
   */
  #showTable(place, lines) {
    const pattern = place.querySelector("template")?.content.firstElementChild;
    const rows = lines.map((line) => {
      const row = /** @type {Element} */ (pattern?.cloneNode(true));
      for (const cell of CalculatorResult.#cellsOf(row)) {
        const value = line[cell.dataset.cell ?? ""];
        cell.textContent = this.#figures.show(value, cell.dataset.format ?? "");
        cell.toggleAttribute("data-none", !value);
      }
      return row;
    });
    place.querySelector("tbody")?.replaceChildren(...rows);
    place.hidden = !rows.length;
    CalculatorResult.#hideEmptyColumns(place, lines);
  }

  /**
   * What cannot be worked out (a share of nothing) has no working either.
   * @param {HTMLElement} place
   * @param {Outcome} outcome
   */
  #showWorking(place, { main, figures }) {
    const text = this.#sentence("working", main, figures);
    place.textContent = text;
    place.hidden = / = $/.test(text);
  }

  /**
   * A column of nothing but dashes only takes up room; what is copied keeps it.
   * @param {HTMLElement} place
   * @param {Figures[]} lines
   */
  static #hideEmptyColumns(place, lines) {
    for (const cell of CalculatorResult.#cellsOf(place)) {
      const column = cell.dataset.cell ?? "";
      cell.hidden = cell.dataset.format === "cell" && lines.every((line) => !line[column]);
    }
  }

  /**
   * @param {Element} part
   * @returns {NodeListOf<HTMLElement>}
   */
  static #cellsOf(part) {
    return part.querySelectorAll("[data-cell]");
  }

  /**
   * @param {HTMLElement} letter
   * @param {Figures} figures
   * @param {Figures[]} [steps]
   */
  #write(letter, figures, steps = []) {
    const { head = "", line = "", foot = "" } = letter.dataset;
    const lines = [this.#figures.fill(head, figures), ...steps.map((step) => this.#figures.fill(line, step)), foot];
    const place = letter.querySelector(".calculator-words");
    if (place) place.textContent = lines.join("\n");
  }
}
