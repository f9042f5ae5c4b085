"use strict";

/**
 * `<course-workshop data-workshop data-title>`: the learner's own lines for a situation, kept as worksheets keep theirs
 * (course-form.js), checked on request (course-script-check.js), printed as a pocket card, exported as text.
 * The phrases no line may hold stand on the page itself, `[data-red-line]`.
 */
class CourseWorkshop extends CourseForm {
  #checked = false;
  #unfollow = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", this.#press);
    this.addEventListener("input", this.#again);
    this.querySelector("dialog")?.addEventListener("close", this.#forget);
    addEventListener("beforeprint", this.#fillCard);
    this.#unfollow = courseRecord.subscribe(this.#again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#fillCard);
    this.#unfollow();
  }

  get prefix() {
    return `${this.dataset.workshop}.`;
  }

  get #parts() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".workshop-line")]);
  }

  /** @returns {ScriptLine[]} */
  get #lines() {
    return this.#parts.map((part) => {
      const field = /** @type {HTMLTextAreaElement} */ (part.querySelector("textarea"));
      return { step: field.name.replace(/^\d+-/, ""), text: field.value };
    });
  }

  /** @returns {RedLinePhrases[]} */
  static get #redLines() {
    const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-red-line]")]);
    return items.map((item) => ({
      id: item.dataset.redLine ?? "",
      phrases: Array.from(item.querySelectorAll("[data-phrase]"), (phrase) => phrase.textContent ?? ""),
    }));
  }

  /** @param {Event} event */
  #press = (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-action]");
    const action = button && button.getAttribute("data-action");
    if (action === "check") this.#check();
    if (action === "export") this.#export();
  };

  #check() {
    this.#checked = true;
    this.#show();
    const verdict = /** @type {HTMLElement | null} */ (this.querySelector(".workshop-verdict"));
    if (!verdict) return;
    verdict.tabIndex = -1;
    verdict.focus();
  }

  #again = () => {
    if (this.#checked) this.#show();
  };

  /** Nothing is left to check when the lines have been cleared. */
  #forget = () => {
    if (this.querySelector("dialog")?.returnValue !== "ok") return;
    this.#checked = false;
    this.querySelector(".workshop-checks")?.setAttribute("hidden", "");
    this.#pointOut([]);
  };

  #show() {
    const redLines = CourseWorkshop.#redLines;
    const found = CourseScriptCheck.check(this.#lines, redLines);
    const list = /** @type {HTMLElement} */ (this.querySelector(".workshop-checks"));
    list.hidden = false;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-check]"))) {
      const passed = found[item.dataset.check ?? ""];
      item.classList.toggle("workshop-check--open", !passed);
      const mark = item.querySelector("strong");
      if (mark) mark.textContent = (passed ? item.dataset.textYes : item.dataset.textNo) ?? "";
    }
    this.#pointOut(redLines);
    this.#tell(Object.values(found).filter((passed) => !passed).length);
  }

  /** @param {number} open  said aloud when it is new */
  #tell(open) {
    const verdict = /** @type {HTMLElement | null} */ (this.querySelector(".workshop-verdict"));
    if (!verdict) return;
    const text = open ? verdict.dataset.textOpen : verdict.dataset.textFine;
    const words = (text ?? "").replace("{n}", String(open));
    if (verdict.textContent !== words) verdict.textContent = words;
  }

  /**
   * Beside each line: the red line that it crosses, in the words of the list.
   * @param {RedLinePhrases[]} redLines
   */
  #pointOut(redLines) {
    this.#parts.forEach((part, index) => {
      const note = /** @type {HTMLElement} */ (part.querySelector(".workshop-found"));
      const [crossed] = CourseScriptCheck.crossed(this.#lines[index].text, redLines);
      const field = part.querySelector("textarea");
      note.hidden = !crossed;
      note.replaceChildren(...(crossed ? this.#explained(crossed) : []));
      if (crossed) field?.setAttribute("aria-describedby", note.id);
      else field?.removeAttribute("aria-describedby");
    });
  }

  /** @param {{id: string, phrase: string}} crossed */
  #explained({ id, phrase }) {
    const item = document.querySelector(`[data-red-line="${CSS.escape(id)}"]`);
    const parts = ["strong", ".red-line-why", ".source-id", ".red-line-instead"].map((part) => item?.querySelector(part)?.cloneNode(true) ?? "");
    const said = document.createElement("q");
    said.textContent = phrase;
    return [said, " ", ...parts.flatMap((part) => [part, " "])];
  }

  #fillCard = () => {
    const card = /** @type {HTMLElement} */ (this.querySelector(".workshop-card"));
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template[data-card-line]"));
    const lines = this.#parts.map((part, index) => {
      const line = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const [name, words] = [line.querySelector("dt"), line.querySelector("dd")];
      if (name) name.textContent = part.dataset.step ?? "";
      if (words) words.textContent = this.#lines[index].text;
      return line;
    });
    card.querySelector("dl")?.replaceChildren(...lines);
  };

  #export() {
    const parts = this.#parts.map((part, index) => `${part.dataset.step}\n${this.#lines[index].text.trim()}`);
    const text = [this.dataset.title, ...parts].join("\n\n") + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\uFEFF", text.replace(/\n/g, "\r\n")], { type: "text/plain;charset=utf-8" }));
    link.download = `${this.dataset.workshop}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}

customElements.define("course-workshop", CourseWorkshop);
