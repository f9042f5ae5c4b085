"use strict";

/** `<course-cases data-text-played>`: beside each case of the overview, what the record knows of its role play. */
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
      const state = /** @type {HTMLElement} */ (entry.querySelector(".cases-state"));
      const runs = courseRecord.all(entry.dataset.rolePlay ?? "", "practised").map((run) => run.result);
      state.dataset.text ??= state.textContent ?? "";
      state.hidden = false;
      state.textContent = runs.length ? this.#played(runs, (entry.dataset.endings ?? "").split(" ")) : state.dataset.text;
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
