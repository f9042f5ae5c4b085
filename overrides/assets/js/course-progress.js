"use strict";

/**
 * `<course-progress data-text-…>`: the learner's dashboard. Its tables are server-rendered and filled from the record
 * (course-dashboard.js); here the reader carries the record to another machine or erases it. Records nothing itself.
 */
class CourseProgress extends HTMLElement {
  #dashboard = new CourseDashboard(this);
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.#file?.addEventListener("change", this.#import);
    const show = () => this.#dashboard.show(courseRecord.events());
    this.#unsubscribe = courseRecord.subscribe(show);
    show();
    this.#dashboard.fold();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  get #file() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[type="file"]'));
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [values]  for the `{name}`s in the text
   */
  #say(name, values) {
    const area = this.querySelector('[role="status"]');
    if (area) area.textContent = CourseDashboard.words(this.getAttribute(`data-text-${name}`) ?? "", values);
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-action]");
    if (!button) return;
    const action = button.getAttribute("data-action");
    if (action === "export") this.#export();
    if (action === "import") this.#file?.click();
    if (action === "reset") this.#askToReset();
    if (action === "print") print();
  };

  #export() {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([courseRecord.export()], { type: "application/json" }));
    link.download = `${courseRecord.course}-record-${today}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  #import = async () => {
    const file = this.#file?.files?.[0];
    if (!this.#file || !file) return;
    const outcome = courseRecord.import(await file.text().catch(() => ""));
    this.#file.value = "";
    if ("reason" in outcome) this.#say(outcome.reason);
    else this.#say("imported", outcome);
  };

  #askToReset() {
    const dialog = this.querySelector("dialog");
    if (!dialog) return;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue === "ok" && this.#reset(), { once: true });
    dialog.showModal();
  }

  #reset() {
    courseRecord.reset();
    this.#say("reset");
  }
}

customElements.define("course-progress", CourseProgress);
