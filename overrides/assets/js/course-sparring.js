"use strict";

/** `<course-sparring>`: a read-only text with a button that copies it; where the browser denies that, the text is selected. */
class CourseSparring extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => this.#copy());
  }

  async #copy() {
    const text = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    try {
      await navigator.clipboard.writeText(text.value);
      this.#say("copied");
    } catch {
      text.focus();
      text.select();
      this.#say("by-hand");
    }
  }

  /** @param {string} name */
  #say(name) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = status.getAttribute(`data-text-${name}`);
  }
}

customElements.define("course-sparring", CourseSparring);
