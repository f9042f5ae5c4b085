"use strict";

/**
 * Copies a text. Browsers have a clipboard only on safe addresses, so on an intranet's plain http the text is selected in a
 * field and copied from there; where that is denied too, it stays selected for the reader to copy.
 */
class CourseCopy {
  /**
   * @param {string} text
   * @param {HTMLTextAreaElement} field  may be hidden; it is shown when the reader has to copy
   * @returns {Promise<"copied" | "by-hand">}
   */
  static async text(text, field) {
    try {
      await navigator.clipboard.writeText(text);
      return "copied";
    } catch {
      return CourseCopy.#fromField(text, field);
    }
  }

  /**
   * @param {string} text
   * @param {HTMLTextAreaElement} field
   */
  static #fromField(text, field) {
    const { hidden } = field;
    const before = document.activeElement;
    field.hidden = false;
    field.value = text;
    field.focus({ preventScroll: true });
    field.select();
    if (!document.execCommand("copy")) {
      field.scrollIntoView({ block: "nearest" });
      return "by-hand";
    }
    field.hidden = hidden;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return "copied";
  }
}
