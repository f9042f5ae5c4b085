"use strict";

/** Prints a part of the page alone; what it looks like on paper is the stylesheets' matter. */
class CoursePrint {
  /**
   * @param {Element[]} parts
   * @param {() => void} [done]  called when the browser has finished with the paper
   */
  static only(parts, done = () => {}) {
    const root = document.documentElement;
    const mark = (/** @type {boolean} */ on) => {
      root.classList.toggle("course-print-one", on);
      for (const part of parts) part.classList.toggle("course-printing", on);
    };
    const end = () => {
      mark(false);
      done();
    };
    mark(true);
    addEventListener("afterprint", end, { once: true });
    print();
  }
}
