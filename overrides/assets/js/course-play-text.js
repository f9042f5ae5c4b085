"use strict";

/**
 * The texts of a role play as the server wrote them, for numbers and paper (templates/play_text.html, play_key.html): its
 * graph read from their attributes, and copies of lines, reasons and templates. Every text of the conversation is such a
 * copy.
 */
class CoursePlayText {
  #root;
  #key;

  /**
   * @param {HTMLElement} root  the course-role-play
   * @param {ParentNode} key  what each line earns or costs
   */
  constructor(root, key) {
    this.#root = root;
    this.#key = key;
  }

  /** @returns {PlayGraph} */
  get graph() {
    const nodes = this.#all(".play-scene[data-scene]").map((scene) => [scene.dataset.scene, { choices: this.#choices(scene) }]);
    const endings = this.#all(".play-scene[data-ending]").map(({ dataset }) => {
      return [dataset.ending, { outcome: dataset.outcome ?? "", cash: Number(dataset.cash) }];
    });
    return { start: this.#root.dataset.start ?? "", nodes: Object.fromEntries(nodes), endings: Object.fromEntries(endings) };
  }

  /** @param {string} selector */
  #all(selector) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(selector))];
  }

  /**
   * @param {HTMLElement} scene
   * @returns {PlayChoice[]}
   */
  #choices(scene) {
    const lines = [.../** @type {NodeListOf<HTMLElement>} */ (scene.querySelectorAll("[data-choice]"))];
    return lines.map(({ dataset }) => {
      const points = CoursePlay.DIMENSIONS.map((name) => [name, Number(dataset[name] ?? 0)]);
      const { choice: id = "", next = "", redLine: red_line } = dataset;
      return { id, next, red_line, effect: Object.fromEntries(points) };
    });
  }

  /**
   * @param {string} at  a scene or an ending
   * @returns {HTMLElement[]} a copy of what is said there; none at an ending without a line
   */
  turn(at) {
    const turn = this.part(at, "turn");
    return turn ? [turn] : [];
  }

  /**
   * @param {string} at  a scene or an ending
   * @param {string} name  turn, outcome, cash, debrief
   * @returns {HTMLElement | undefined} a copy
   */
  part(at, name) {
    const place = this.#place(at);
    const part = Array.from(place?.children ?? []).find((child) => child.getAttribute("data-part") === name);
    return /** @type {HTMLElement | undefined} */ (part?.cloneNode(true));
  }

  /**
   * @param {string} at
   * @returns {Element | undefined} the scene or ending of that name
   */
  #place(at) {
    return this.#all(".play-scene").find(({ dataset }) => (dataset.scene ?? dataset.ending) === at);
  }

  /**
   * @param {string} ending
   * @returns {string} empty for one that is no longer there
   */
  title(ending) {
    return this.#place(ending)?.querySelector(".play-ending-title")?.textContent ?? "";
  }

  /**
   * @param {string} at
   * @param {string} choice
   */
  words(at, choice) {
    return this.#place(at)?.querySelector(`[data-choice="${choice}"] .play-words`)?.textContent ?? "";
  }

  /**
   * @param {string} at
   * @param {string} choice
   * @returns {Node[]} copies of what the line earned, and why
   */
  why(at, choice) {
    const place = this.#key.querySelector(`[data-scene="${at}"] [data-choice="${choice}"]`);
    return [...(place?.cloneNode(true).childNodes ?? [])];
  }

  /**
   * @param {string} selector  of a template with one element in it
   * @returns {HTMLElement} a copy
   */
  copy(selector) {
    const template = /** @type {HTMLTemplateElement} */ (this.#root.querySelector(`template${selector}`));
    return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  }

  /**
   * What the learner says, with the reasons, and the law where it crosses a red line.
   * @param {string} at
   * @param {PlayChoice | undefined} choice
   * @returns {HTMLElement[]}
   */
  said(at, choice) {
    if (!choice) return [];
    const turn = this.copy('[data-part="you"]');
    turn.querySelector(".play-says p")?.append(this.words(at, choice.id));
    const lines = choice.red_line ? [turn, this.copy(`[data-red="${choice.red_line}"]`)] : [turn];
    lines[lines.length - 1].querySelector(".play-why")?.append(...this.why(at, choice.id));
    return lines;
  }
}
