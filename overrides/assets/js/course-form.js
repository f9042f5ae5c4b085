"use strict";

/**
 * What a reader writes down: worksheets and the blanks for the next call. Fields are server-rendered and named; each
 * value is a note in the record, so that it is there on the next visit and travels with an exported record.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

class CourseForm extends HTMLElement {
  /** @type {Set<string>} names of fields changed and not recorded yet */
  #changed = new Set();
  #timer = 0;
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("input", this.#input);
    this.addEventListener("change", this.#keep);
    this.addEventListener("click", this.#click);
    addEventListener("pagehide", this.#keep);
    document.addEventListener("visibilitychange", this.#keep);
    this.#unsubscribe = courseRecord.subscribe(() => this.#load());
    this.#buttons.forEach((button) => (button.hidden = false));
    for (const field of this.#fields) if (field.hasAttribute("data-written-early")) this.#changed.add(field.name); // see course-early.js
    this.#load();
    this.#keep();
  }

  disconnectedCallback() {
    this.#keep();
    removeEventListener("pagehide", this.#keep);
    document.removeEventListener("visibilitychange", this.#keep);
    this.#unsubscribe();
  }

  /** What the names of this form's fields follow in the record. */
  get prefix() {
    return "";
  }

  get #fields() {
    return /** @type {NodeListOf<Field>} */ (this.querySelectorAll("input[name], textarea[name], select[name]"));
  }

  get #buttons() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-action]"));
  }

  /**
   * @param {string} name
   * @returns {string | undefined} undefined: never written
   */
  #noted(name) {
    return courseRecord.latest(this.prefix + name, "note")?.result.value;
  }

  /** Fields being written in are left alone. */
  #load() {
    for (const field of this.#fields) {
      const value = this.#noted(field.name);
      if (value !== undefined && !this.#changed.has(field.name)) CourseForm.#fill(field, value);
    }
  }

  /** @param {Event} event */
  #input = (event) => {
    const field = /** @type {Field} */ (event.target);
    if (!field.name) return;
    CourseForm.#grow(field);
    this.#changed.add(field.name);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#keep, 400);
  };

  #keep = () => {
    clearTimeout(this.#timer);
    /** @type {NoteDraft[]} */
    const notes = [];
    for (const name of this.#changed) {
      const value = this.#value(name);
      const item = this.prefix + name;
      if (value !== (this.#noted(name) ?? "")) notes.push({ verb: "note", item, result: { value } });
    }
    this.#changed.clear();
    if (notes.length) courseRecord.record(...notes);
  };

  /** @param {string} name */
  #value(name) {
    const fields = [...this.#fields].filter((field) => field.name === name);
    const chosen = fields.find((field) => !CourseForm.#isTicked(field) || field.checked);
    return chosen?.value ?? "";
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-action]");
    if (!button) return;
    if (button.getAttribute("data-action") === "print") CoursePrint.only([this]);
    if (button.getAttribute("data-action") === "clear") this.#askToClear();
  };

  #askToClear() {
    const dialog = this.querySelector("dialog");
    if (!dialog) return;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "ok" && this.#clear(), { once: true });
    dialog.showModal();
  }

  #clear() {
    for (const field of this.#fields) {
      CourseForm.#fill(field, "");
      this.#changed.add(field.name);
    }
    this.#keep();
  }

  /**
   * @param {Field} field
   * @returns {field is HTMLInputElement}
   */
  static #isTicked(field) {
    return field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");
  }

  /**
   * @param {Field} field
   * @param {string} value
   */
  static #fill(field, value) {
    if (CourseForm.#isTicked(field)) {
      field.checked = field.value === value;
    } else if (field.value !== value) {
      field.value = value;
      CourseForm.#grow(field);
    }
  }

  /**
   * A text field as high as its text; one that is not displayed has no height to go by.
   * @param {Field} field
   */
  static #grow(field) {
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.style.height = "";
    const missing = field.scrollHeight - field.clientHeight;
    if (missing > 0) field.style.height = `${field.offsetHeight + missing}px`;
  }
}

/** `<course-worksheet data-worksheet>`, with buttons to print and clear. */
class CourseWorksheet extends CourseForm {
  get prefix() {
    return `${this.dataset.worksheet}.`;
  }
}

/** `<course-next-call data-lesson>` */
class CourseNextCall extends CourseForm {
  get prefix() {
    return `${this.dataset.lesson}.next.`;
  }
}

customElements.define("course-worksheet", CourseWorksheet);
customElements.define("course-next-call", CourseNextCall);
