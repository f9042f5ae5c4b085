"use strict";

/** The learner's earlier runs of a role play: first, best and latest, and how many of the endings were seen. */
class CoursePlayHistory {
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

  /** @param {(PlayDraft & RecordEvent)[]} runs  by time */
  show(runs) {
    this.#part("history").hidden = !runs.length;
    if (!runs.length) return;
    this.#part("seen").textContent = this.#seen(runs);
    this.#part("runs").replaceChildren(...this.#named(runs).map(([name, run]) => this.#row(name, run)));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-part="${name}"]`));
  }

  /** @param {(PlayDraft & RecordEvent)[]} runs */
  #seen(runs) {
    const { textSeen = "", textAnd = "", textAfter = "" } = this.#root.dataset;
    const all = this.#root.querySelectorAll(".play-scene[data-ending]").length;
    const titles = [...new Set(runs.map((run) => run.result.ending))].map((ending) => this.#text.title(ending)).filter(Boolean);
    const counted = textSeen.replace("{n}", `${titles.length}`).replace("{all}", `${all}`);
    return counted + (titles.length ? textAfter + titles.join(textAnd) : "");
  }

  /**
   * Each run once, under all the names it has earned.
   * @param {(PlayDraft & RecordEvent)[]} runs
   * @returns {[string, PlayDraft & RecordEvent][]}
   */
  #named(runs) {
    const { textFirst = "", textBest = "", textLatest = "", textAnd = "" } = this.#root.dataset;
    if (runs.length === 1) return [[textFirst, runs[0]]];
    const best = runs.reduce((one, other) => (other.result.score > one.result.score ? other : one));
    /** @type {Map<PlayDraft & RecordEvent, string[]>} */
    const names = new Map();
    /** @type {[string, PlayDraft & RecordEvent][]} */
    const wanted = [[textFirst, runs[0]], [textBest, best], [textLatest, runs[runs.length - 1]]];
    for (const [name, run] of wanted) names.set(run, [...(names.get(run) ?? []), name]);
    return [...names].map(([run, list]) => [list.join(textAnd), run]);
  }

  /**
   * @param {string} name
   * @param {PlayDraft & RecordEvent} run
   */
  #row(name, { at, result }) {
    const row = this.#text.copy('[data-part="run"]');
    const cells = {
      th: name,
      '[data-cell="ending"]': this.#text.title(result.ending) || (this.#root.dataset.textGone ?? ""),
      '[data-cell="score"]': `${Math.round(result.score * 100)}`,
      '[data-cell="date"]': new Date(at).toLocaleDateString(document.documentElement.lang.replace(/^en$/, "en-GB"), { dateStyle: "long" }),
    };
    for (const [place, text] of Object.entries(cells)) row.querySelector(place)?.append(text);
    const button = /** @type {HTMLButtonElement} */ (row.querySelector("button"));
    button.dataset.attempt = result.attempt;
    button.hidden = this.#play.play(result.response).ending !== result.ending;
    return row;
  }
}
