"use strict";

/**
 * The server-rendered form of a calculator: its controls, its rows that can be added and removed, the faults beside fields.
 * Controls are named by their item in the record: the form's prefix and the field, `calc-dso.months.2.sales`.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

class CalculatorForm {
  static MOST_ROWS = 60;
  #element;
  #speech;
  prefix;

  /**
   * @param {HTMLElement} element
   * @param {string} prefix
   * @param {(word: string, n: number) => string} speech
   */
  constructor(element, prefix, speech) {
    this.#element = element;
    this.prefix = prefix;
    this.#speech = speech;
  }

  get controls() {
    return [.../** @type {NodeListOf<Control>} */ (this.#element.querySelectorAll("[name]"))];
  }

  /** @returns {Record<string, string>} by field; a date half typed is "?", which is no date */
  texts() {
    /** @type {Record<string, string>} */
    const texts = {};
    for (const control of this.controls) {
      const field = control.name.slice(this.prefix.length);
      texts[field] = (control.validity.badInput ? "?" : CalculatorForm.#value(control)) || (texts[field] ?? "");
    }
    return texts;
  }

  /** @returns {Map<string, {value: string, usual: string}>} what may be kept, by name; usual: what stands there untouched */
  kept() {
    const kept = new Map();
    for (const control of this.controls.filter((one) => one.dataset.keep !== "no")) {
      const { value = "", usual = "" } = kept.get(control.name) ?? {};
      kept.set(control.name, { value: CalculatorForm.#value(control) || value, usual: CalculatorForm.#usual(control) || usual });
    }
    return kept;
  }

  get filled() {
    return this.controls.some((control) => CalculatorForm.#value(control) !== CalculatorForm.#usual(control));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  fill(name, value) {
    if (value) this.#makeRoom(name);
    this.controls.filter((control) => control.name === name).forEach((control) => CalculatorForm.#put(control, value));
  }

  /** Fields and rows in which nothing was typed are marked: beside a result they only mislead, on paper and in copies. */
  markBlank() {
    for (const part of this.#element.querySelectorAll("[data-rows] tbody tr, .calculator-field")) {
      const inputs = [...part.querySelectorAll("input")];
      part.toggleAttribute("data-blank", inputs.length > 0 && !inputs.some((input) => input.value.trim()));
    }
  }

  clear() {
    this.controls.forEach(CalculatorForm.#clear);
    this.showFaults([], () => "");
  }

  /** Fields that belong to another choice are hidden. */
  showChosen() {
    const texts = this.texts();
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.#element.querySelectorAll("[data-when]"))) {
      const [field, value] = (part.dataset.when ?? "").split("=");
      part.hidden = texts[field] !== value;
    }
  }

  /**
   * @param {InputFault[]} faults
   * @param {(fault: InputFault, control: Control) => string} explain
   * @param {Element | null} [typing]  the control being typed in is not found fault with yet
   */
  showFaults(faults, explain, typing = null) {
    for (const control of this.controls) {
      const fault = faults.find(({ field }) => this.prefix + field === control.name);
      if (!fault || control !== typing) CalculatorForm.#showFault(control, fault ? explain(fault, control) : "");
    }
  }

  focusFault() {
    this.controls.find((control) => control.hasAttribute("aria-invalid"))?.focus();
  }

  /**
   * @param {Element} rows
   * @returns {number} of the new row, which has the focus; 0: there are as many as can be
   */
  addRow(rows) {
    if (CalculatorForm.#rows(rows).length >= CalculatorForm.MOST_ROWS) return 0;
    /** @type {HTMLElement | null} */ (this.#grow(rows).querySelector("[name]"))?.focus();
    return CalculatorForm.#rows(rows).length;
  }

  /**
   * Removes the row, or empties the only one; the focus goes to the row that takes its place.
   * @param {Element} row
   * @param {Element} rows
   * @returns {number} of the row that is gone
   */
  removeRow(row, rows) {
    const at = CalculatorForm.#rows(rows).indexOf(row);
    if (CalculatorForm.#rows(rows).length === 1) this.#grow(rows);
    row.remove();
    this.#number(rows);
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (rows.querySelectorAll('[data-action="remove"]'));
    buttons[Math.min(at, buttons.length - 1)].focus();
    return at + 1;
  }

  /**
   * Rows enough for a field of this name.
   * @param {string} name
   */
  #makeRoom(name) {
    const [, part, row] = /^(.*)\.(\d+)\.[^.]+$/.exec(name) ?? [];
    const rows = part && this.#element.querySelector(`[data-rows="${part}"]`);
    if (!rows) return;
    const wanted = Math.min(Number(row), CalculatorForm.MOST_ROWS);
    while (CalculatorForm.#rows(rows).length < wanted) this.#grow(rows);
  }

  /** @param {Element} rows */
  #grow(rows) {
    const row = /** @type {Element} */ (rows.querySelector("tbody tr")?.cloneNode(true));
    for (const control of CalculatorForm.#controlsOf(row)) {
      CalculatorForm.#clear(control);
      CalculatorForm.#showFault(control, "");
    }
    rows.querySelector("tbody")?.append(row);
    this.#number(rows);
    return row;
  }

  /**
   * Names, ids and labels by the rows' present order.
   * @param {Element} rows
   */
  #number(rows) {
    CalculatorForm.#rows(rows).forEach((row, index) => {
      const name = `${rows.getAttribute("data-rows")}.${index + 1}`;
      for (const control of CalculatorForm.#controlsOf(row)) this.#rename(control, name, index + 1);
      row.querySelector('[data-action="remove"]')?.setAttribute("aria-label", this.#speech("remove", index + 1));
    });
  }

  /**
   * @param {Control} control
   * @param {string} row
   * @param {number} number
   */
  #rename(control, row, number) {
    const cell = control.closest("td");
    control.name = control.id = `${row}.${control.dataset.column}`;
    control.setAttribute("aria-label", this.#speech("row", number).replace("{label}", cell?.dataset.label ?? ""));
    const fault = cell?.querySelector(".calculator-error");
    if (fault) fault.id = `${control.id}-error`;
    if (control.hasAttribute("aria-invalid")) control.setAttribute("aria-describedby", `${control.id}-error`);
  }

  /** @param {Element} rows */
  static #rows(rows) {
    return [...rows.querySelectorAll("tbody tr")];
  }

  /** @param {Element} row */
  static #controlsOf(row) {
    return /** @type {NodeListOf<Control>} */ (row.querySelectorAll("[name]"));
  }

  /**
   * @param {Control} control
   * @param {string} text  empty: there is no fault
   */
  static #showFault(control, text) {
    const place = control.closest(".calculator-field, td")?.querySelector(".calculator-error");
    if (!(place instanceof HTMLElement)) return;
    place.textContent = text;
    place.hidden = !text;
    const described = [control.dataset.hint, text && place.id].filter(Boolean).join(" ");
    for (const [attribute, value] of [["aria-invalid", text && "true"], ["aria-describedby", described]]) {
      if (value) control.setAttribute(attribute, value);
      else control.removeAttribute(attribute);
    }
  }

  /**
   * @param {Control} control
   * @returns {control is HTMLInputElement}
   */
  static #isTicked(control) {
    return control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
  }

  /** @param {Control} control */
  static #value(control) {
    return !CalculatorForm.#isTicked(control) || control.checked ? control.value : "";
  }

  /** @param {Control} control */
  static #usual(control) {
    if (control instanceof HTMLSelectElement) return control.options[0].value;
    if (CalculatorForm.#isTicked(control)) return control.defaultChecked ? control.value : "";
    return control.defaultValue;
  }

  /** @param {Control} control */
  static #clear(control) {
    if (CalculatorForm.#isTicked(control)) control.checked = control.defaultChecked;
    else control.value = CalculatorForm.#usual(control);
  }

  /**
   * A select never takes a value that is not among its options.
   * @param {Control} control
   * @param {string} value
   */
  static #put(control, value) {
    const refused = control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value);
    if (CalculatorForm.#isTicked(control)) control.checked = control.value === value;
    else if (!refused) control.value = value;
  }
}
