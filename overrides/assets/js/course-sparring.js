"use strict";

/** `<course-sparring>`: a read-only text with a button that copies it (course-copy.js). */
class CourseSparring extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => this.#copy());
  }

  async #copy() {
    const text = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    this.#say(await CourseCopy.text(text.value, text));
  }

  /** @param {string} name */
  #say(name) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = status.getAttribute(`data-text-${name}`);
  }
}

customElements.define("course-sparring", CourseSparring);
