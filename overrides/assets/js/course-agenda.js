"use strict";

/** The two lists of the progress page in words: what to do next, with links, and what was done last, with dates. */
class CourseAgenda {
  #root;
  #catalogue;

  /**
   * @param {HTMLElement} root  the course-progress
   * @param {Catalogue} catalogue
   */
  constructor(root, catalogue) {
    this.#root = root;
    this.#catalogue = catalogue;
  }

  /** @param {RecordEvent[]} events  by time */
  show(events) {
    this.#list("next", CourseNextSteps.of(this.#catalogue, events, this.#due(events)).map((step) => this.#next(step)));
    this.#list("recent", CourseRecent.of(this.#catalogue, events).map((doing) => this.#doing(doing)));
  }

  /**
   * @param {string} name
   * @param {Element[]} items
   */
  #list(name, items) {
    this.#root.querySelector(`[data-part="${name}"]`)?.replaceChildren(...items);
    const none = /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-part="${name}-none"]`));
    if (none) none.hidden = items.length > 0;
  }

  get #reviewUrl() {
    return this.#root.querySelector('[data-part="next"]')?.getAttribute("data-review") ?? "";
  }

  /** @param {RecordEvent[]} events */
  #due(events) {
    if (!this.#reviewUrl) return 0;
    const schedule = CourseSchedule.of(events, CourseCatalogue.review(this.#catalogue));
    return CourseSchedule.dueBy(schedule, CourseSchedule.today()).length;
  }

  /** @param {NextStep} step */
  #next({ rule, item, at, due = 0, module, objective, answers = 0, step, share = 0 }) {
    const to = item ? this.#find(item) : null;
    const values = {
      title: to?.textContent ?? "",
      minutes: to?.closest("tr")?.dataset.minutes ?? "",
      date: at ? CourseDashboard.date(at) : "",
      n: due,
      module: module ? this.#words(`[data-module="${module}"] h3`) : "",
      objective: objective ? this.#words(`[data-objective="${objective}"] [data-cell="objective"]`) : "",
      answers,
      step: step ? this.#words(`[data-step="${step}"] th`) : "",
      share: CourseStanding.percent(share),
    };
    const link = CourseAgenda.#part("a", this.#text("next", rule, values));
    link.setAttribute("href", to?.getAttribute("href") ?? this.#reviewUrl);
    return CourseAgenda.#line(link, CourseAgenda.#part("small", this.#text("next", `why-${rule}`, values)));
  }

  /** @param {Doing} doing */
  #doing({ verb, item, at, questions, ending = "", score = 0, passed = false }) {
    const play = this.#catalogue.plays.find(({ id }) => id === item);
    const outcome = play && Object.hasOwn(play.endings, ending) ? play.endings[ending] : "";
    const text = this.#text("recent", verb, {
      title: item ? (this.#find(item)?.textContent ?? "") : "",
      answered: questions.size,
      right: [...questions.values()].filter(Boolean).length,
      outcome: this.#root.getAttribute(outcome ? `data-text-outcome-${outcome}` : "data-text-gone") ?? "",
      score: verb === "examined" ? CourseStanding.percent(score) : Math.round(100 * score),
      verdict: this.#root.getAttribute(`data-text-verdict-${passed ? "passed" : "failed"}`) ?? "",
    });
    const time = CourseAgenda.#part("time", CourseDashboard.date(at));
    time.setAttribute("datetime", at);
    return CourseAgenda.#line(time, CourseAgenda.#part("span", text));
  }

  /**
   * One of a list's own texts, its blanks filled.
   * @param {string} list
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  #text(list, name, values) {
    const text = this.#root.querySelector(`[data-part="${list}"]`)?.getAttribute(`data-text-${name}`);
    return CourseDashboard.words(text ?? "", values);
  }

  /**
   * @param {Element} first
   * @param {Element} second
   */
  static #line(first, second) {
    const line = document.createElement("li");
    line.append(first, " ", second);
    return line;
  }

  /**
   * @param {string} tag
   * @param {string} text
   */
  static #part(tag, text) {
    const part = document.createElement(tag);
    part.textContent = text;
    return part;
  }

  /**
   * The link to a lesson, a role play or an exam.
   * @param {string} item
   */
  #find(item) {
    const id = CSS.escape(item);
    return this.#root.querySelector(`:is([data-lesson="${id}"], [data-role-play="${id}"], [data-exam="${id}"]) a`);
  }

  /** @param {string} selector */
  #words(selector) {
    return this.#root.querySelector(selector)?.textContent?.trim() ?? "";
  }
}
