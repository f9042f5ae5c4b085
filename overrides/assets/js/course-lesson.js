"use strict";

/**
 * `<course-lesson data-lesson data-minutes>`: a lesson counts as read when its last part, `#keep`, has been reached
 * after a fifth of its minutes with the page in view, or when the reader says so with the button.
 */
class CourseLesson extends HTMLElement {
  #seconds = 0;
  #reached = false;
  #clock = 0;
  #observer = new IntersectionObserver((entries) => this.#look(entries));
  #unsubscribe = () => {};

  connectedCallback() {
    const keep = document.getElementById("keep");
    if (keep) this.#observer.observe(keep);
    this.#clock = window.setInterval(() => this.#tick(), 1000);
    this.#button?.addEventListener("click", this.#press);
    this.#unsubscribe = courseRecord.subscribe(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    clearInterval(this.#clock);
    this.#unsubscribe();
  }

  get lesson() {
    return this.dataset.lesson ?? "";
  }

  get #button() {
    return this.querySelector("button");
  }

  get #state() {
    return /** @type {HTMLElement | null} */ (this.querySelector(".course-lesson-state"));
  }

  /**
   * A heading scrolled out at the top counts as reached: its text is what is being read.
   * @param {IntersectionObserverEntry[]} entries
   */
  #look(entries) {
    const entry = entries[entries.length - 1];
    this.#reached = entry.isIntersecting || entry.boundingClientRect.top < 0;
    this.#judge();
  }

  #tick() {
    if (!document.hidden) this.#seconds += 1;
    this.#judge();
  }

  #judge() {
    const needed = (Number(this.dataset.minutes) * 60) / 5;
    if (this.#reached && this.#seconds >= needed && !document.hidden) this.#read();
  }

  #press = () => {
    this.#read();
    const state = this.#state;
    if (!state) return;
    state.tabIndex = -1;
    state.focus();
  };

  #read() {
    clearInterval(this.#clock);
    this.#observer.disconnect();
    if (courseRecord.has(this.lesson, "read")) return;
    courseRecord.record({ verb: "read", item: this.lesson, seconds: this.#seconds });
  }

  #show() {
    const read = courseRecord.has(this.lesson, "read");
    if (this.#button) this.#button.hidden = read;
    if (this.#state) this.#state.hidden = !read;
  }
}

customElements.define("course-lesson", CourseLesson);
