"use strict";

/**
 * `<course-exam-message role="alert" data-text-…>`: what an exam has to tell besides its questions; spoken at once by screen
 * readers, so it is written only when it changes.
 */
class CourseExamMessage extends HTMLElement {
  /**
   * @param {string} name  empty: nothing to tell any more
   * @param {Record<string, number>} [values]
   */
  tell(name, values = {}) {
    const text = (this.getAttribute(`data-text-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
    this.dataset.told = name;
    this.hidden = !text;
    if (this.textContent !== text) this.textContent = text;
  }

  /** Answers that the browser does not keep; what was told before stays. */
  showUnsaved() {
    if (courseRecord.unsaved && this.hidden) this.tell("unsaved");
    if (!courseRecord.unsaved && this.dataset.told === "unsaved") this.tell("");
  }
}

customElements.define("course-exam-message", CourseExamMessage);
