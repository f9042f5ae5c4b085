"use strict";

/** `<course-role-card>`: a part of the role play for one player, folded on screen, printed on a page of its own. */
class CourseRoleCard extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector('[data-action="print"]'));
    button.hidden = false;
    button.onclick = () => this.#print();
  }

  #print() {
    const card = /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
    const wasOpen = card.open;
    card.open = true;
    CoursePrint.only([this], () => (card.open = wasOpen));
  }
}

customElements.define("course-role-card", CourseRoleCard);
