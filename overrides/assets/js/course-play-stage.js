"use strict";

/** The conversation on the screen: what was said, the lines to choose from, the meters. Knows neither rules nor record. */
class CoursePlayStage {
  #root;
  #text;

  /**
   * @param {HTMLElement} root  the course-role-play
   * @param {CoursePlayText} text
   */
  constructor(root, text) {
    this.#root = root;
    this.#text = text;
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-part="${name}"]`));
  }

  get log() {
    return this.part("log");
  }

  /** The newest line. */
  get latest() {
    const lines = /** @type {NodeListOf<HTMLElement>} */ (this.log.querySelectorAll(".play-turn"));
    return lines[lines.length - 1];
  }

  /** Whether the newest thing in the log is the law that was just crossed. */
  get atRedLine() {
    return this.log.lastElementChild?.matches(".play-red") ?? false;
  }

  /**
   * A log made anew, with its lines in it before it is put in place: a screen reader reads out only what comes later.
   * @param {Node[]} lines
   */
  renew(lines) {
    const log = /** @type {HTMLElement} */ (this.log.cloneNode());
    log.setAttribute("role", "log");
    log.append(...lines);
    this.log.replaceWith(log);
  }

  /** @param {Node[]} lines */
  say(...lines) {
    this.log.append(...lines);
  }

  /**
   * @param {string} at
   * @param {PlayChoice[]} choices
   */
  offer(at, choices) {
    this.part("answer").setAttribute("aria-labelledby", this.part("prompt").id);
    this.part("options").replaceChildren(...choices.map(({ id }, index) => this.#option(id, this.#text.words(at, id), index + 1)));
  }

  /** Nothing to say here, only a button to go on. */
  stop() {
    this.part("answer").removeAttribute("aria-labelledby");
    this.part("options").replaceChildren(this.#text.copy('[data-part="continue"]'));
  }

  /**
   * @param {string} id
   * @param {string} words
   * @param {number} number
   */
  #option(id, words, number) {
    const option = this.#text.copy('[data-part="option"]');
    const button = /** @type {HTMLElement} */ (option.querySelector("button"));
    button.dataset.choice = id;
    button.setAttribute("aria-keyshortcuts", `${number}`);
    button.querySelector("kbd")?.append(`${number}`);
    button.querySelector("span")?.append(words);
    return option;
  }

  /** @param {Record<string, number>} steps */
  measure(steps) {
    for (const [name, points] of Object.entries(steps)) {
      const meter = /** @type {HTMLMeterElement | null} */ (this.#root.querySelector(`[data-meter="${name}"]`));
      const text = points > 0 ? `+${points}` : `${points}`.replace("-", "−");
      if (meter) meter.value = points;
      meter?.setAttribute("aria-valuetext", text);
      for (const place of this.#root.querySelectorAll(`[data-points="${name}"]`)) {
        place.textContent = text;
        place.parentElement?.style.setProperty("--points", `${points}`);
      }
    }
  }

  /**
   * Focus the choices or the newest line, and scroll just so far that all from that line down to the choices is in sight.
   * @param {HTMLElement} target
   */
  look(target) {
    const top = this.latest.getBoundingClientRect().top - CoursePlayStage.#HEADER;
    const bottom = this.part("stage").getBoundingClientRect().bottom - innerHeight;
    this.#go(target, Math.min(top, Math.max(bottom, 0)));
  }

  /** Focus the ending, from its top. */
  lookAtEnd() {
    this.#go(this.part("end"), this.part("end").getBoundingClientRect().top - CoursePlayStage.#HEADER);
  }

  static #HEADER = 64; // pixels of the theme's header, which stays at the top

  /**
   * @param {HTMLElement} target
   * @param {number} distance
   */
  #go(target, distance) {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: distance, behavior: still ? "instant" : "smooth" });
  }
}
