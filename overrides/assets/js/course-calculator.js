"use strict";

/**
 * `<course-calculator data-calculator data-…>`: reads its server-rendered form, has course-calculations.js compute, and shows
 * the result in server-rendered places; faults stand beside their fields. What is typed is kept in the record as notes named
 * like the fields, except fields with data-keep="no": customers' data.
 */
class CourseCalculator extends HTMLElement {
  #figures = new CalculatorFigures(this);
  #result = new CalculatorResult(this, this.#figures);
  #text = new CalculatorText(this);
  #form = new CalculatorForm(this, `calc-${this.dataset.calculator}.`, (word, n) => this.#speech(word, n));
  #asked = false; // from then on the result follows what is typed
  #unsaved = false;
  /** @type {Map<string, string>} what the record held when this form last agreed with it */
  #seen = new Map();
  #timer = 0;
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("input", this.#input);
    this.addEventListener("change", this.#keep);
    this.addEventListener("click", this.#click);
    this.addEventListener("keydown", this.#keydown);
    addEventListener("pagehide", this.#keep);
    document.addEventListener("visibilitychange", this.#keep);
    this.#unsubscribe = courseRecord.subscribe(() => this.#load());
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-action]"))) button.hidden = false;
    this.#load();
  }

  disconnectedCallback() {
    this.#keep();
    removeEventListener("pagehide", this.#keep);
    document.removeEventListener("visibilitychange", this.#keep);
    this.#unsubscribe();
  }

  /** @returns {Map<string, string>} what the record holds of this form, by name */
  #noted() {
    const noted = new Map();
    for (const event of courseRecord.events()) {
      if (event.verb === "note" && event.item.startsWith(this.#form.prefix)) noted.set(event.item, event.result.value);
    }
    return noted;
  }

  #load() {
    if (this.#unsaved) return;
    const kept = this.#form.kept();
    this.#seen = this.#noted();
    const news = [...this.#seen].filter(([name, value]) => value !== (kept.get(name)?.value ?? ""));
    news.forEach(([name, value]) => this.#form.fill(name, value));
    this.#form.showChosen();
    if (news.length && this.#asked) this.#calculate(document.activeElement);
  }

  /** Records what was changed here; what another tab has changed meanwhile stands. */
  #keep = () => {
    if (!this.#unsaved) return;
    this.#unsaved = false;
    const kept = this.#form.kept();
    /** @type {NoteDraft[]} */
    const notes = [];
    for (const item of new Set([...this.#seen.keys(), ...kept.keys()])) {
      const { value, usual } = kept.get(item) ?? { value: "", usual: "" };
      if (value !== (this.#seen.get(item) ?? usual)) notes.push({ verb: "note", item, result: { value } });
    }
    if (notes.length) courseRecord.record(...notes);
  };

  /** @param {Event} event */
  #input = (event) => {
    if (event.target instanceof Element && event.target.hasAttribute("name")) this.#changed();
  };

  #changed() {
    this.#unsaved = true;
    this.#form.showChosen();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#keep();
      if (this.#asked) this.#calculate(document.activeElement);
    }, 400);
  }

  /** @param {KeyboardEvent} event */
  #keydown = (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#answer();
  };

  /** @type {Record<string, (button: Element) => void>} */
  #actions = {
    calculate: () => this.#answer(),
    add: (button) => this.#addRow(button.closest("[data-rows]")),
    remove: (button) => this.#removeRow(button.closest("tr"), button.closest("[data-rows]")),
    today: (button) => this.#fillToday(button.parentElement?.querySelector("input")),
    example: () => this.#ask("example", () => this.#fillExample()),
    reset: () => this.#ask("reset", () => this.#clear()),
    copy: () => this.#copy(this.#text.all),
    "copy-letter": () => this.#copy(this.querySelector(".calculator-words")?.textContent ?? ""),
    print: () => CoursePrint.only([this]),
  };

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-action]");
    if (button) this.#actions[button.getAttribute("data-action") ?? ""]?.(button);
  };

  /** @param {Element | null} rows */
  #addRow(rows) {
    const number = rows ? this.#form.addRow(rows) : 0;
    if (number) this.#say("rows", this.#speech("added", number));
  }

  /**
   * @param {Element | null} row
   * @param {Element | null} rows
   */
  #removeRow(row, rows) {
    if (!row || !rows) return;
    this.#say("rows", this.#speech("removed", this.#form.removeRow(row, rows)));
    this.#changed();
  }

  /** @param {HTMLInputElement | null | undefined} control */
  #fillToday(control) {
    if (!control) return;
    const today = CourseDate.today();
    control.value = CourseDate.iso(today);
    this.#say("rows", this.#figures.show(today, "date"));
    this.#changed();
  }

  #clear() {
    this.#asked = false;
    this.#form.clear();
    this.#result.hide("");
    this.#changed();
  }

  #fillExample() {
    this.#clear();
    const example = Object.entries(JSON.parse(this.dataset.example ?? "{}"));
    for (const [field, value] of example) this.#form.fill(this.#form.prefix + field, value);
    this.#changed();
    this.#answer();
  }

  /**
   * Asks only when something would be lost.
   * @param {string} question
   * @param {() => void} action
   */
  #ask(question, action) {
    const dialog = this.querySelector("dialog");
    if (!dialog || !this.#form.filled) return action();
    const texts = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-ask]"));
    texts.forEach((text) => (text.hidden = text.dataset.ask !== question));
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "ok" && action(), { once: true });
    dialog.showModal();
  }

  /** The answer to the button: what is wrong with any field, and the first such field in focus. */
  #answer() {
    clearTimeout(this.#timer);
    this.#keep();
    this.#asked = true;
    this.#calculate(null);
    this.#result.reveal();
    this.#form.focusFault();
  }

  /** @param {Element | null} typing */
  #calculate(typing) {
    const outcome = CourseCalculations.run(this.dataset.calculator ?? "", this.#form.texts());
    const faults = "faults" in outcome ? outcome.faults : [];
    this.#form.markBlank();
    this.#form.showFaults(faults, (fault, control) => this.#explain(fault, control), typing);
    if ("faults" in outcome) this.#result.hide(this.#speech("again", faults.length));
    else this.#result.show(outcome);
    this.#say("copy", "");
    this.#copyField.hidden = true;
  }

  /**
   * @param {InputFault} fault
   * @param {Control} control  may have words of its own
   */
  #explain({ code, figures }, control) {
    const name = `data-error-${code}`;
    return this.#figures.fill(control.getAttribute(name) ?? this.getAttribute(name) ?? code, figures);
  }

  get #copyField() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector(".calculator-copy"));
  }

  /** @param {string} text */
  async #copy(text) {
    this.#say("copy", this.#speech(await CourseCopy.text(text, this.#copyField)));
  }

  /**
   * @param {string} word
   * @param {number} [n]
   */
  #speech(word, n) {
    return (this.getAttribute(`data-speech-${word}`) ?? "").replace("{n}", String(n));
  }

  /**
   * @param {"rows" | "copy"} place
   * @param {string} text
   */
  #say(place, text) {
    const status = this.querySelector(`[data-said="${place}"]`);
    if (status) status.textContent = text;
  }
}

customElements.define("course-calculator", CourseCalculator);
