"use strict";

/**
 * A calculator as plain text to copy: title, what was typed, result, tables with tabs, notes, sources. It reads what the page
 * shows; what must not leave the page (data-keep="no") is left out.
 */
class CalculatorText {
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @returns {string} */
  get all() {
    const facts = [...new Set(this.#words(".source-id"))].join(", ");
    return [
      ...this.#words(".calculator-title"),
      ...this.#shown(".calculator-field, .calculator-rows").map((part) => (part.matches(".calculator-rows") ? CalculatorText.#rows(part) : this.#field(part))),
      ...this.#words("output, .calculator-working"),
      ...this.#shown("[data-figure]").map((figure) => this.#labelled(figure.querySelector("dt"), CalculatorText.#text(figure.querySelector("dd")))),
      ...this.#shown("[data-table]").map((table) => CalculatorText.#table(table, "tbody tr")),
      ...this.#words(".calculator-note, .calculator-basis > ul > li"),
      facts && `${this.#said("speech-sources")}${this.#said("format-colon")}${facts}`,
    ].filter(Boolean).join("\n");
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #shown(selector) {
    const places = /** @type {NodeListOf<HTMLElement>} */ (this.#element.querySelectorAll(selector));
    return [...places].filter((place) => !place.closest("[hidden]"));
  }

  /** @param {string} selector */
  #words(selector) {
    return this.#shown(selector).map(CalculatorText.#text);
  }

  /** @param {string} name */
  #said(name) {
    return this.#element.getAttribute(`data-${name}`) ?? "";
  }

  /**
   * @param {Element | null} label
   * @param {string} value
   */
  #labelled(label, value) {
    return [CalculatorText.#text(label), value].filter(Boolean).join(this.#said("format-colon"));
  }

  /**
   * A field with what was typed; nothing when that is nothing.
   * @param {Element} field
   */
  #field(field) {
    const value = CalculatorText.#typed(field).join(" ");
    return value && this.#labelled(field.querySelector("label[for], span.calculator-caption"), value);
  }

  /**
   * The rows in which something was typed, under their headings.
   * @param {Element} part
   */
  static #rows(part) {
    const rows = [...part.querySelectorAll("tbody tr:not([data-blank])")];
    const lines = rows.map((row) => CalculatorText.#typed(row).join("\t"));
    return lines.length ? [CalculatorText.#table(part, "thead tr"), ...lines].join("\n") : "";
  }

  /**
   * @param {Element} table
   * @param {string} rows  which rows besides the heading
   */
  static #table(table, rows) {
    const lines = [...table.querySelectorAll(`thead tr, ${rows}`)].map((row) => Array.from(row.querySelectorAll("th, td[data-cell]"), CalculatorText.#text).join("\t"));
    return [CalculatorText.#text(table.querySelector(".calculator-caption")), ...lines].join("\n");
  }

  /**
   * @param {Element} part
   * @returns {string[]} what is typed or chosen in each control
   */
  static #typed(part) {
    const controls = /** @type {NodeListOf<Control>} */ (part.querySelectorAll('[name]:not([data-keep="no"])'));
    return [...controls].flatMap((control) => {
      if (control instanceof HTMLSelectElement) return control.value ? control.selectedOptions[0].text : [];
      if (control.type === "radio" || control.type === "checkbox") return control.matches(":checked") ? CalculatorText.#text(control.closest("label")) : [];
      return control.value;
    });
  }

  /**
   * The words of a place, without what is in small print (“optional”).
   * @param {Element | null} place
   */
  static #text(place) {
    const words = Array.from(place?.childNodes ?? [], (node) => (node.nodeName === "SMALL" ? "" : node.textContent ?? ""));
    return words.join("").replace(/\s+/g, " ").trim();
  }
}
