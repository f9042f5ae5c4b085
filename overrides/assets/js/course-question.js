"use strict";

/**
 * `<course-question>`: one question of any kind from the bank, asked, answered and, when told to, explained. Knows nothing of
 * exams, reviews or the record. Its markup and words come from the page's templates (templates/question_templates.html);
 * how each kind takes its response is in course-responses.js and course-ordering.js.
 *
 * Interface, for exam and review:
 *   const element = CourseQuestion.create();          a new one, not yet in the page
 *   element.ask(question, seed, response?);           shows it; seed: `${attempt} ${question.id}`, the order of its options
 *   element.response                                  list of texts as course-grading.js takes them, [] when there is none;
 *                                                     may be set (a draft, another tab): unknown ids are left out, no event
 *   element.complete                                  whether nothing is left open (a pair, an unreadable number)
 *   element.reveal();                                 no more changes; verdict, feedback, right answer, explanation → Mark
 *   element.focusPrompt(), element.focusVerdict()     for the keyboard, after asking and after revealing
 *   "course-response"                                 bubbling Event after each change by the learner; read element.response
 *   CourseQuestion.known(question, response)          the response as far as the question still has its ids
 *   CourseQuestion.isComplete(question, response)     the same as `complete`, without an element
 * In Python: `question_templates(rendering)` of render/question.py puts the templates into a page, once.
 * Scripts: course-number, course-grading, course-shuffle, course-bank, course-responses, course-ordering, course-question.
 */
class CourseQuestion extends HTMLElement {
  static #count = 0;
  /** @type {BankQuestion | undefined} */
  #question;
  /** @type {ResponseField | undefined} */
  #field;

  /** @returns {CourseQuestion} */
  static create() {
    return /** @type {CourseQuestion} */ (CourseQuestion.part("question"));
  }

  /**
   * A copy of one of the page's templates for questions.
   * @param {string} name
   */
  static part(name) {
    const template = document.querySelector(`template[data-question-part="${name}"]`);
    const first = /** @type {HTMLTemplateElement} */ (template).content.firstElementChild;
    return /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (first), true));
  }

  /**
   * @param {BankQuestion} question
   * @param {string} seed
   * @param {string[]} [response]
   */
  ask(question, seed, response = []) {
    this.#question = question;
    this.dataset.question = question.id;
    this.dataset.kind = question.kind;
    const name = `question-${(CourseQuestion.#count += 1)}`;
    this.#part("prompt").replaceChildren(...CourseQuestion.paragraphs(question.prompt, "span"));
    this.#part("hint").textContent = this.say(question.kind);
    this.#part("hint").id = `${name}-hint`;
    this.#part("fieldset").setAttribute("aria-describedby", `${name}-hint`);
    this.#part("result").hidden = true;
    const Field = CourseQuestion.#fields[question.kind] ?? ChoiceResponse;
    this.#field = new Field(question, seed, this, name);
    this.#part("response").replaceChildren(...this.#field.parts);
    this.response = response;
  }

  /** @type {Record<string, new (question: BankQuestion, seed: string, owner: CourseQuestion, name: string) => ResponseField>} */
  static get #fields() {
    return { numeric: NumericResponse, ordering: OrderingResponse, matching: MatchingResponse };
  }

  get question() {
    return /** @type {BankQuestion} */ (this.#question);
  }

  get response() {
    return this.#field?.value ?? [];
  }

  set response(response) {
    const known = CourseQuestion.known(this.question, response);
    if (this.#field && known.join("\n") !== this.response.join("\n")) this.#field.value = known;
  }

  get complete() {
    return CourseQuestion.isComplete(this.question, this.response);
  }

  /** @returns {Mark} */
  reveal() {
    const mark = CourseGrading.mark(this.question, this.response);
    const { score, correct } = mark;
    const verdict = !this.response.length ? "none" : correct ? "right" : score > 0 ? "partly" : "wrong";
    this.dataset.verdict = verdict;
    this.#part("verdict").textContent = this.say(verdict);
    this.#part("red-line").hidden = !this.question.red_line;
    this.#part("explanation").replaceChildren(...CourseQuestion.paragraphs(this.question.explanation));
    this.#part("solution").replaceChildren(...(this.#field?.reveal() ?? []));
    this.#part("result").hidden = false;
    return mark;
  }

  focusPrompt() {
    this.#part("prompt").focus();
  }

  focusVerdict() {
    this.#part("verdict").focus();
  }

  /** For the response fields: the learner changed something. */
  changed() {
    this.dispatchEvent(new Event("course-response", { bubbles: true }));
  }

  /**
   * One of the element's words, with its blanks filled.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {BankQuestion} question
   * @param {string[]} response
   * @returns {string[]}
   */
  static known({ kind, options = [], steps = [], pairs = [], distractors = [] }, response) {
    const ids = [...options, ...steps].map((item) => item.id);
    const given = [...new Set(response)];
    if (kind === "numeric") return given.slice(0, 1).filter((text) => text.trim());
    if (kind === "ordering") return given.length === ids.length && given.every((id) => ids.includes(id)) ? given : [];
    if (kind === "matching") {
      const rights = [...pairs, ...distractors].map((item) => item.id);
      return pairs.flatMap(({ id }) => given.find((text) => rights.some((right) => text === `${id}=${right}`)) ?? []);
    }
    const chosen = ids.filter((id) => given.includes(id));
    return kind === "single" ? chosen.slice(0, 1) : chosen.sort();
  }

  /**
   * @param {BankQuestion} question
   * @param {string[]} response
   */
  static isComplete(question, response) {
    const known = CourseQuestion.known(question, response);
    if (question.kind === "numeric") return courseNumber.parse(known[0] ?? "") !== null;
    return question.kind === "matching" ? known.length === question.pairs?.length : known.length > 0;
  }

  /**
   * Plain text as elements: a blank line separates paragraphs, a single line end is a space.
   * @param {string} text
   * @param {string} [tag]
   */
  static paragraphs(text, tag = "p") {
    return text.trim().split(/\n\s*\n/).map((block) => {
      const paragraph = document.createElement(tag);
      paragraph.textContent = block.replace(/\n/g, " ");
      return paragraph;
    });
  }
}

customElements.define("course-question", CourseQuestion);
