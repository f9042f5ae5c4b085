"use strict";

/**
 * `<course-exam-sheet data-text-…>`: the questions of a form one at a time, an overview of all, and a last look before
 * they are handed in. Every change goes into the record at once; the bubbling event `course-exam-submit` says that the
 * learner hands in.
 */
class CourseExamSheet extends HTMLElement {
  /** @type {CourseAttempt | undefined} as the record had it last */
  #attempt;
  /** @type {Map<string, BankQuestion>} */
  #bank = new Map();
  /** @type {CourseExamTime | undefined} */
  #time;
  /** @type {CourseQuestion | undefined} */
  #question;
  #current = "";

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("course-response", this.#keep);
    this.#part("grid").addEventListener("keydown", this.#key);
  }

  /**
   * @param {CourseAttempt} attempt
   * @param {Map<string, BankQuestion>} bank  holds every question of the form
   * @param {CourseExamTime} time
   */
  open(attempt, bank, time) {
    this.#attempt = attempt;
    this.#bank = bank;
    this.#time = time;
    this.#current = "";
    this.#part("grid").replaceChildren(...attempt.form.map((id, index) => this.#cell(id, String(index + 1))));
    this.#show(attempt.form.includes(attempt.current) ? attempt.current : attempt.form[0]);
  }

  /**
   * The record changed, here or in another tab.
   * @param {CourseAttempt} attempt
   */
  refresh(attempt) {
    this.#attempt = attempt;
    if (!this.#question) return;
    const { response, flagged } = attempt.given(this.#current);
    this.#question.response = response;
    this.#button("flag").setAttribute("aria-pressed", String(flagged));
    this.#cells.forEach((cell, index) => this.#describe(cell, index));
    if (!this.#part("check").hidden) this.#summarise();
  }

  /** The sheet is put away: nothing of it may stay open. */
  close() {
    this.querySelector("dialog")?.close();
  }

  get #form() {
    return this.#attempt?.form ?? [];
  }

  get #cells() {
    return [.../** @type {NodeListOf<HTMLButtonElement>} */ (this.#part("grid").querySelectorAll("button"))];
  }

  /** @param {string} id */
  #show(id) {
    const question = this.#bank.get(id);
    if (!question || !this.#attempt || !this.#time) return;
    this.#current = id;
    this.#turn("one");
    const given = this.#attempt.given(id);
    this.#question = CourseQuestion.create();
    this.#question.ask(question, `${this.#attempt.id} ${id}`, given.response);
    this.#part("question").replaceChildren(this.#question);
    const index = this.#form.indexOf(id);
    this.#part("place").textContent = this.#say("place", { number: index + 1, total: this.#form.length });
    this.#button("previous").setAttribute("aria-disabled", String(index === 0));
    this.#button("next").setAttribute("aria-disabled", String(index === this.#form.length - 1));
    this.#attempt.keep(id, given, this.#time.seconds);
    CourseExamSheet.#goTo(this.#part("place"));
  }

  /**
   * Each question begins at the same height, wherever the button was that led to it.
   * @param {HTMLElement} heading
   */
  static #goTo(heading) {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }

  /** @param {"one" | "check"} side */
  #turn(side) {
    for (const name of ["one", "check"]) this.#part(name).hidden = name !== side;
  }

  #keep = () => {
    const response = this.#question?.response ?? [];
    this.#attempt?.keep(this.#current, { response, flagged: this.#attempt.given(this.#current).flagged }, this.#time?.seconds ?? 0);
  };

  #flag() {
    const given = this.#attempt?.given(this.#current);
    if (given) this.#attempt?.keep(this.#current, { ...given, flagged: !given.flagged }, this.#time?.seconds ?? 0);
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest("button"));
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.question) this.#show(button.dataset.question);
    const at = this.#form.indexOf(this.#current);
    switch (button.dataset.action) {
      case "previous":
        return this.#show(this.#form[at - 1]);
      case "next":
        return this.#show(this.#form[at + 1]);
      case "flag":
        return this.#flag();
      case "check":
        return this.#check();
      case "back":
        return this.#show(this.#current);
      case "submit":
        return this.#submit();
    }
  };

  /**
   * One stop of the Tab key for all cells; arrows go from cell to cell.
   * @param {KeyboardEvent} event
   */
  #key = (event) => {
    const cells = this.#cells;
    const at = cells.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: cells.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    cells[to]?.focus();
  };

  /**
   * @param {string} id
   * @param {string} number
   */
  #cell(id, number) {
    const cell = document.createElement("button");
    cell.type = "button";
    cell.dataset.question = id;
    cell.textContent = number;
    return cell;
  }

  /**
   * @param {HTMLElement} cell
   * @param {number} index
   */
  #describe(cell, index) {
    const id = this.#form[index];
    const { flagged } = this.#attempt?.given(id) ?? {};
    const state = this.#state(id);
    cell.dataset.state = state;
    cell.toggleAttribute("data-flagged", flagged === true);
    cell.tabIndex = id === this.#current ? 0 : -1;
    if (id === this.#current) cell.setAttribute("aria-current", "step");
    else cell.removeAttribute("aria-current");
    const words = [this.#say("cell", { number: index + 1 }), this.#say(state), ...(flagged ? [this.#say("flagged")] : [])];
    cell.setAttribute("aria-label", words.join(this.#say("comma")));
  }

  /**
   * @param {string} id
   * @returns {"answered" | "partly" | "open"}
   */
  #state(id) {
    const question = this.#bank.get(id);
    const { response = [] } = this.#attempt?.given(id) ?? {};
    if (!question || !CourseQuestion.known(question, response).length) return "open";
    return CourseQuestion.isComplete(question, response) ? "answered" : "partly";
  }

  #check() {
    this.#turn("check");
    this.#summarise();
    CourseExamSheet.#goTo(this.#part("heading"));
  }

  #summarise() {
    const states = this.#form.map((id) => this.#state(id));
    const flags = this.#form.map((id) => this.#attempt?.given(id).flagged);
    const answered = states.filter((state) => state === "answered").length;
    const counts = { answered, left: states.length - answered, flagged: flags.filter(Boolean).length };
    const summary = this.#say(counts.left ? "summary-left" : "summary", counts);
    if (this.#part("summary").textContent !== summary) this.#part("summary").textContent = summary;
    const left = this.#form.flatMap((id, index) => (states[index] === "answered" && !flags[index] ? [] : [this.#leftItem(id, index)]));
    const list = this.#part("left");
    if (list.textContent !== left.map((item) => item.textContent).join("")) list.replaceChildren(...left); // else the focus would go
  }

  /**
   * @param {string} id
   * @param {number} index
   */
  #leftItem(id, index) {
    const item = document.createElement("li");
    const cell = this.#cell(id, "");
    this.#describe(cell, index);
    cell.textContent = cell.getAttribute("aria-label");
    cell.tabIndex = 0;
    item.append(cell);
    return item;
  }

  #submit() {
    const left = this.#form.filter((id) => this.#state(id) !== "answered").length;
    const dialog = this.querySelector("dialog");
    if (!left || !dialog) return this.#handIn();
    this.#part("ask").textContent = this.#say("ask", { left });
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "ok" && this.#handIn(), { once: true });
    dialog.showModal();
  }

  #handIn() {
    this.dispatchEvent(new Event("course-exam-submit", { bubbles: true }));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-sheet="${name}"]`));
  }

  /** @param {string} action */
  #button(action) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-action="${action}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [values]
   */
  #say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }
}

customElements.define("course-exam-sheet", CourseExamSheet);
