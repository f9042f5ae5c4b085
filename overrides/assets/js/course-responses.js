"use strict";

/**
 * How questions with options, numeric and matching questions take their response; steps to order are in course-ordering.js.
 * Each field holds the nodes to show, gives and takes its value, and tells its question of changes made by the learner.
 */

/**
 * value: as course-grading.js takes it; reveal: shows what was right, takes no more changes, and gives what stands below.
 * @typedef {{parts: Element[], value: string[], reveal(): Element[]}} ResponseField
 */

/** @implements {ResponseField} */
class ChoiceResponse {
  #owner;
  /** @type {Map<string, BankOption>} */
  #options;
  parts;

  /**
   * @param {BankQuestion} question
   * @param {string} seed
   * @param {CourseQuestion} owner
   * @param {string} name  of the radio buttons
   */
  constructor({ kind, options = [] }, seed, owner, name) {
    this.#owner = owner;
    this.#options = new Map(options.map((option) => [option.id, option]));
    this.parts = CourseShuffle.list(seed, options).map((option) => {
      const part = CourseQuestion.part("option");
      const input = ChoiceResponse.#input(part);
      input.type = kind === "single" ? "radio" : "checkbox";
      input.name = name;
      input.value = option.id;
      input.addEventListener("change", () => owner.changed());
      /** @type {Element} */ (part.querySelector("[data-part='text']")).textContent = option.text;
      return part;
    });
  }

  get value() {
    return this.parts.map(ChoiceResponse.#input).filter((input) => input.checked).map((input) => input.value).sort();
  }

  set value(response) {
    for (const input of this.parts.map(ChoiceResponse.#input)) input.checked = response.includes(input.value);
  }

  /** Every option says in words what it was, and why. */
  reveal() {
    for (const part of this.parts) {
      const input = ChoiceResponse.#input(part);
      const option = this.#options.get(input.value);
      input.disabled = true;
      part.dataset.key = String(option?.correct === true);
      ChoiceResponse.#fill(part, "key", this.#owner.say(option?.correct ? "key" : "not-key"));
      ChoiceResponse.#fill(part, "chosen", input.checked ? this.#owner.say("chosen") : "");
      ChoiceResponse.#fill(part, "feedback", option?.feedback ?? "");
      /** @type {HTMLElement} */ (part.querySelector("[data-part='reason']")).hidden = false;
    }
    return [];
  }

  /** @param {Element} part */
  static #input(part) {
    return /** @type {HTMLInputElement} */ (part.querySelector("input"));
  }

  /**
   * @param {Element} part
   * @param {string} name
   * @param {string} text
   */
  static #fill(part, name, text) {
    /** @type {Element} */ (part.querySelector(`[data-part="${name}"]`)).textContent = text;
  }
}

/** @implements {ResponseField} */
class NumericResponse {
  #owner;
  #question;
  #input;
  #reading;
  parts;

  /**
   * @param {BankQuestion} question
   * @param {string} _
   * @param {CourseQuestion} owner
   * @param {string} name
   */
  constructor(question, _, owner, name) {
    const part = CourseQuestion.part("numeric");
    this.#owner = owner;
    this.#question = question;
    this.#input = /** @type {HTMLInputElement} */ (part.querySelector("input"));
    this.#reading = /** @type {HTMLElement} */ (part.querySelector("[data-part='reading']"));
    /** @type {Element} */ (part.querySelector("[data-part='unit']")).textContent = question.unit ?? "";
    this.#reading.id = `${name}-reading`;
    this.#input.setAttribute("aria-describedby", this.#reading.id);
    this.#input.addEventListener("input", this.#typed);
    this.#input.addEventListener("change", () => this.#tell(true));
    this.parts = [part];
  }

  get value() {
    return [this.#input.value.trim()].filter(Boolean);
  }

  set value(response) {
    this.#input.value = response[0] ?? "";
    this.#tell(true);
  }

  #typed = () => {
    this.#tell(false);
    this.#owner.changed();
  };

  /**
   * What was read, where it was not typed so; that nothing could be read only when the learner has finished typing.
   * @param {boolean} finished
   */
  #tell(finished) {
    const typed = this.value[0] ?? "";
    const number = courseNumber.parse(typed);
    const unreadable = number === null && typed !== "";
    this.#input.setAttribute("aria-invalid", String(unreadable && finished));
    this.#reading.classList.toggle("question-error", unreadable && finished);
    if (unreadable) this.#reading.textContent = finished ? this.#owner.say("unreadable") : "";
    else this.#reading.textContent = number === null || String(number) === typed ? "" : this.#say("reading", number);
  }

  reveal() {
    const { answer = 0, tolerance = 0 } = this.#question;
    const parts = [document.createElement("p")];
    parts[0].textContent = this.#say("number", answer) + (tolerance ? this.#say("tolerance", tolerance) : "");
    this.#input.readOnly = true;
    return parts;
  }

  /**
   * @param {string} name
   * @param {number} number
   */
  #say(name, number) {
    const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 10 });
    return this.#owner.say(name, { number: format.format(number), unit: this.#question.unit ?? "" }).replace(" %", "%").trim();
  }
}

/** @implements {ResponseField} */
class MatchingResponse {
  #owner;
  #pairs;
  #rights;
  /** @type {HTMLSelectElement[]} */
  #selects = [];
  #message;
  parts;

  /**
   * @param {BankQuestion} question
   * @param {string} seed
   * @param {CourseQuestion} owner
   */
  constructor({ pairs = [], distractors = [] }, seed, owner) {
    this.#owner = owner;
    this.#pairs = pairs;
    const rights = [...pairs.map(({ id, right }) => ({ id, text: right })), ...distractors];
    this.#rights = CourseShuffle.list(seed, rights).map((right, index) => ({ ...right, letter: String.fromCharCode(65 + index) }));
    const part = CourseQuestion.part("matching");
    const list = /** @type {Element} */ (part.querySelector("[data-part='rights']"));
    list.append(...this.#rights.map((right) => this.#item(right)));
    /** @type {Element} */ (part.querySelector("[data-part='pairs']")).append(...pairs.map((pair) => this.#pair(pair)));
    this.#message = /** @type {HTMLElement} */ (part.querySelector("[data-part='message']"));
    part.addEventListener("change", this.#change);
    this.parts = [part];
  }

  get value() {
    return this.#pairs.flatMap(({ id }, index) => (this.#selects[index].value ? `${id}=${this.#selects[index].value}` : []));
  }

  set value(response) {
    this.#pairs.forEach(({ id }, index) => {
      const given = response.find((text) => text.startsWith(`${id}=`));
      this.#selects[index].value = given?.slice(id.length + 1) ?? "";
    });
    this.#tell();
  }

  #change = () => {
    this.#tell();
    this.#owner.changed();
  };

  /** One right side for two left sides is allowed while one is still choosing, but it is told. */
  #tell() {
    const used = this.#selects.map((select) => select.value).filter(Boolean);
    const twice = this.#rights.filter(({ id }) => used.filter((value) => value === id).length > 1);
    const letters = twice.map((right) => right.letter).join(" ");
    const text = letters ? this.#owner.say("twice", { letters }) : "";
    if (this.#message.textContent !== text) this.#message.textContent = text;
  }

  /** @param {{letter: string, text: string}} right */
  #item({ letter, text }) {
    const item = CourseQuestion.part("right");
    /** @type {Element} */ (item.querySelector("[data-part='letter']")).textContent = letter;
    /** @type {Element} */ (item.querySelector("[data-part='text']")).textContent = text;
    return item;
  }

  /** @param {BankPair} pair */
  #pair({ left }) {
    const item = CourseQuestion.part("pair");
    const select = /** @type {HTMLSelectElement} */ (item.querySelector("select"));
    select.append(...this.#rights.map(({ id, letter, text }) => new Option(`${letter}  ${text}`, id)));
    /** @type {Element} */ (item.querySelector("[data-part='left']")).textContent = left;
    this.#selects.push(select);
    return item;
  }

  /** Each pair says whether it was right, and what belongs to it. */
  reveal() {
    this.#pairs.forEach(({ id, right }, index) => {
      const select = this.#selects[index];
      const reason = /** @type {HTMLElement} */ (select.closest("li")?.querySelector("[data-part='reason']"));
      const letter = this.#rights.find((one) => one.id === id)?.letter ?? "";
      select.disabled = true;
      reason.textContent = this.#owner.say(select.value === id ? "pair-right" : "pair-wrong", { letter, right });
      reason.dataset.key = String(select.value === id);
      reason.hidden = false;
    });
    return [];
  }
}
