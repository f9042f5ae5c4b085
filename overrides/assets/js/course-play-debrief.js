"use strict";

/** What follows a finished role play: the ending with its points, and the conversation gone through line by line. */
class CoursePlayDebrief {
  #root;
  #text;
  #play;

  /**
   * @param {HTMLElement} root  the course-role-play
   * @param {CoursePlayText} text
   * @param {CoursePlay} play
   */
  constructor(root, text, play) {
    this.#root = root;
    this.#text = text;
    this.#play = play;
  }

  /**
   * @param {PlayState} state
   * @param {HTMLElement} log  the conversation, which gets its notes
   */
  show(state, log) {
    log.removeAttribute("role"); // the notes are not to be read out
    for (const name of ["outcome", "cash", "debrief"]) {
      this.#slot(name).replaceChildren(...(this.#text.part(state.ending, name)?.childNodes ?? []));
    }
    this.#root.querySelector('[data-part="end"]')?.setAttribute("data-outcome", state.outcome);
    this.#slot("turn").replaceChildren(...this.#last(state));
    this.#score(state);
    this.#review(state, log);
  }

  /** @param {string} name */
  #slot(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-slot="${name}"]`));
  }

  /**
   * The last exchange: the log is about to move out of sight.
   * @param {PlayState} state
   */
  #last({ scenes, path, ending }) {
    const at = scenes[path.length - 1];
    const said = this.#text.said(at, this.#play.choice(at, path[path.length - 1])).slice(0, 1);
    said.forEach((line) => line.querySelector(".play-why")?.remove());
    return [...said, ...this.#text.turn(ending)];
  }

  /** @param {PlayState} state */
  #score({ score, redLine }) {
    const { textScore = "", textScoreRed = "" } = this.#root.dataset;
    const place = /** @type {HTMLElement} */ (this.#root.querySelector('[data-part="score"]'));
    place.textContent = redLine ? textScoreRed : textScore.replace("{n}", `${Math.round(score * 100)}`);
  }

  /**
   * Under each line of the learner's: the other lines, and a way back to that moment.
   * @param {PlayState} state
   * @param {HTMLElement} log
   */
  #review({ scenes, path }, log) {
    const seen = new Set();
    log.querySelectorAll(".play-turn--you").forEach((turn, at) => {
      const review = this.#text.copy('[data-part="review"]');
      const said = `${scenes[at]} ${path[at]}`;
      const repeated = /** @type {HTMLElement} */ (review.querySelector(".play-repeated"));
      repeated.hidden = !seen.has(said);
      seen.add(said);
      review.querySelector(".play-others ul")?.append(...this.#others(scenes[at], path[at]));
      review.querySelector("[data-action]")?.setAttribute("data-at", `${at}`);
      review.querySelector('[data-part="line"]')?.append(this.#text.words(scenes[at], path[at]));
      const law = turn.nextElementSibling;
      (law?.matches(".play-red") ? law : turn).after(review);
    });
  }

  /**
   * @param {string} at
   * @param {string} chosen
   */
  #others(at, chosen) {
    const others = this.#play.choices(at).filter((choice) => choice.id !== chosen);
    return others.map((choice) => {
      const item = this.#text.copy('[data-part="other"]');
      item.querySelector(".play-other-words")?.append(this.#text.words(at, choice.id));
      item.querySelector(".play-why")?.append(...this.#text.why(at, choice.id));
      return item;
    });
  }
}
