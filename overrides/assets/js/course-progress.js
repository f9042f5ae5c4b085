"use strict";

/**
 * `<course-progress data-text-…>`: fills the server-rendered tables of the progress page from the record, and lets the
 * reader carry the record to another machine or erase it. Records nothing itself.
 */
class CourseProgress extends HTMLElement {
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.#file?.addEventListener("change", this.#import);
    this.#unsubscribe = courseRecord.subscribe(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  get #file() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[type="file"]'));
  }

  #show() {
    const rows = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("tr[data-lesson]"));
    rows.forEach((row) => this.#showLesson(row));
    this.#showBars();
    this.#showLast();
  }

  /** @param {HTMLElement} row */
  #showLesson(row) {
    const read = courseRecord.has(row.dataset.lesson ?? "", "read");
    row.classList.toggle("course-read", read);
    this.#fill(row, "read", this.#text(read ? "read" : "unread"));
    const questions = (row.dataset.questions ?? "").split(" ").filter(Boolean);
    const attempts = questions.flatMap((question) => courseRecord.first(question, "answered") ?? []);
    const right = attempts.filter((event) => event.result.correct).length;
    const counts = { answered: attempts.length, total: questions.length, right };
    this.#fill(row, "checked", questions.length ? this.#text("checked", counts) : "");
  }

  /** Each bar counts the lessons of its module; one outside a module counts all. */
  #showBars() {
    for (const bar of this.querySelectorAll("progress")) {
      const part = bar.closest("[data-module]") ?? this;
      bar.max = Math.max(1, part.querySelectorAll("tr[data-lesson]").length);
      bar.value = part.querySelectorAll("tr.course-read").length;
      const count = bar.parentElement?.querySelector('[data-cell="count"]');
      if (count) count.textContent = `${bar.value}/${bar.max}`;
    }
  }

  #showLast() {
    const last = courseRecord.events().pop();
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
    this.#fill(this, "last", last ? format.format(new Date(last.at)) : this.#text("never"));
  }

  /**
   * @param {Element} part
   * @param {string} cell
   * @param {string} text
   */
  #fill(part, cell, text) {
    const target = part.querySelector(`[data-cell="${cell}"]`);
    if (target) target.textContent = text;
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [values]  for the `{name}`s in the text
   */
  #text(name, values = {}) {
    return (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [values]
   */
  #say(name, values) {
    const area = this.querySelector('[role="status"]');
    if (area) area.textContent = this.#text(name, values);
  }

  /** @param {Event} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-action]");
    if (!button) return;
    const action = button.getAttribute("data-action");
    if (action === "export") this.#export();
    if (action === "import") this.#file?.click();
    if (action === "reset") this.#askToReset();
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
