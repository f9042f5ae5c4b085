"use strict";

/**
 * `<course-cases data-text-played data-text-open data-text-and>`: beside each case of the overview, what the record knows of
 * its role play. The link to a case whose talk is not finished leads to the talk.
 */
class CourseCases extends HTMLElement {
  #unsubscribe = () => {};

  connectedCallback() {
    this.#unsubscribe = courseRecord.subscribe(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  #show() {
    const entries = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-role-play]"));
    for (const entry of entries) {
      const { rolePlay: item = "", endings = "" } = entry.dataset;
      const state = /** @type {HTMLElement} */ (entry.querySelector(".cases-state"));
      const link = /** @type {HTMLAnchorElement} */ (entry.querySelector(".cases-title a"));
      const runs = courseRecord.all(item, "practised").map((run) => run.result);
      const open = courseRecord.has(item, "draft");
      state.dataset.text ??= state.textContent ?? "";
      state.hidden = false;
      const played = runs.length ? [this.#played(runs, endings.split(" "))] : [];
      const known = open ? [this.dataset.textOpen, ...played] : played;
      state.textContent = known.join(this.dataset.textAnd) || state.dataset.text;
      link.hash = open ? `play-${item}` : "";
      entry.classList.toggle("course-read", runs.length > 0);
    }
  }

  /**
   * @param {Played[]} runs
   * @param {string[]} endings
   */
  #played(runs, endings) {
    const seen = endings.filter((ending) => runs.some((run) => run.ending === ending));
    const values = { n: runs.length, best: Math.round(100 * Math.max(...runs.map((run) => run.score))), seen: seen.length, all: endings.length };
    return (this.dataset.textPlayed ?? "").replace(/\{(\w+)\}/g, (whole, name) => `${Reflect.get(values, name) ?? whole}`);
  }
}

customElements.define("course-cases", CourseCases);
