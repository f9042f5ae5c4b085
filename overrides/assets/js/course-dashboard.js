"use strict";

/** Fills the server-rendered tables and lists of the progress page with what the record says. Words and links come from the page. */
class CourseDashboard {
  #root;
  #catalogue;

  /** @param {HTMLElement} root  the course-progress */
  constructor(root) {
    this.#root = root;
    this.#catalogue = CourseCatalogue.read(root);
  }

  /** @param {RecordEvent[]} events  by time */
  show(events) {
    const standing = new CourseStanding(this.#catalogue, events);
    this.#catalogue.lessons.forEach((lesson) => this.#showLesson(standing, lesson));
    this.#showBars();
    CourseCatalogue.modules(this.#catalogue).forEach((module) => this.#showModule(standing, module));
    this.#catalogue.plays.forEach((play) => this.#showPlay(standing, play));
    this.#root.querySelectorAll("[data-exam]").forEach((line) => this.#showExam(standing, /** @type {HTMLElement} */ (line)));
    this.#showHead(standing, events);
    new CourseChart(this.#root, this.#catalogue).show(events);
    new CourseAgenda(this.#root, this.#catalogue).show(events);
  }

  /** Fold away the lessons of modules that are read. */
  fold() {
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.#root.querySelectorAll("[data-module] details"))) {
      fold.open = fold.querySelector("tr[data-lesson]:not(.course-read)") !== null;
    }
  }

  /**
   * @param {CourseStanding} standing
   * @param {CatalogueLesson} lesson
   */
  #showLesson(standing, lesson) {
    const row = this.#row("lesson", lesson.id);
    const read = standing.isRead(lesson.id);
    const state = standing.state(lesson);
    row.classList.toggle("course-read", read);
    row.dataset.state = state;
    CourseDashboard.fill(row, "state", this.#text(state));
    CourseDashboard.fill(row, "read", this.#text(read ? "read" : "unread"));
    CourseDashboard.fill(row, "checked", lesson.questions.length ? this.#text("checked", standing.checks(lesson.questions)) : "");
  }

  /** Each bar counts the lessons of its module; one outside a module counts all. */
  #showBars() {
    for (const bar of this.#root.querySelectorAll("progress")) {
      const part = bar.closest("[data-module]") ?? this.#root;
      bar.max = Math.max(1, part.querySelectorAll("tr[data-lesson]").length);
      bar.value = part.querySelectorAll("tr[data-lesson].course-read").length;
      CourseDashboard.fill(bar.parentElement ?? bar, "count", `${bar.value}/${bar.max}`);
    }
  }

  /**
   * @param {CourseStanding} standing
   * @param {string} module
   */
  #showModule(standing, module) {
    const part = this.#row("module", module);
    const questions = this.#catalogue.lessons.filter((lesson) => lesson.module === module).flatMap((lesson) => lesson.questions);
    CourseDashboard.fill(part, "all-checked", this.#text("checked", standing.checks(questions)));
    const plays = this.#catalogue.plays.filter((play) => play.modules.includes(module));
    const runs = standing.runs(plays);
    const played = plays.filter((play) => standing.runs([play]).length).length;
    const values = { played, total: plays.length, best: CourseDashboard.#best(runs) };
    CourseDashboard.fill(part, "practised", this.#text(played ? "played" : "unplayed", values));
    const outcomes = this.#text("endings", { outcomes: this.#outcomes(plays, runs) });
    CourseDashboard.fill(part, "endings", played ? outcomes : "");
  }

  /**
   * @param {CourseStanding} standing
   * @param {CataloguePlay} play
   */
  #showPlay(standing, play) {
    const row = this.#row("role-play", play.id);
    const runs = standing.runs([play]);
    const endings = Object.keys(play.endings);
    const seen = endings.filter((ending) => runs.some((run) => run.result.ending === ending)).length;
    const outcomes = this.#outcomes([play], runs);
    row.classList.toggle("progress-played", runs.length > 0);
    CourseDashboard.fill(row, "runs", runs.length ? this.#text("runs", { n: runs.length }) : this.#text("never-played"));
    CourseDashboard.fill(row, "best", runs.length ? this.#text("best", { best: CourseDashboard.#best(runs) }) : "");
    CourseDashboard.fill(row, "seen", this.#text(outcomes ? "seen-words" : "seen", { seen, all: endings.length, outcomes }));
  }

  /**
   * @param {CourseStanding} standing
   * @param {HTMLElement} line
   */
  #showExam(standing, line) {
    const exam = line.dataset.exam ?? "";
    const result = standing.result(exam);
    const none = standing.unfinished.some(({ item }) => item === exam) ? "under-way" : "not-yet";
    const name = !result ? none : result.passed ? "passed" : "failed";
    const values = result && { score: result.score, date: CourseDashboard.date(result.at) };
    CourseDashboard.fill(line, "examined", this.#text(name, values));
    line.classList.toggle("course-passed", result?.passed === true);
  }

  /**
   * @param {CourseStanding} standing
   * @param {RecordEvent[]} events
   */
  #showHead(standing, events) {
    const last = events[events.length - 1];
    CourseDashboard.fill(this.#root, "last", last ? CourseDashboard.date(last.at) : this.#text("never"));
    const { minutes, unknown } = standing;
    CourseDashboard.fill(this.#root, "time", minutes ? this.#text("time", { minutes }) : this.#text("never"));
    CourseDashboard.fill(this.#root, "unknown", unknown ? this.#text("unknown", { n: unknown }) : "");
  }

  /**
   * In words, the best first: what the endings came to that were reached.
   * @param {CataloguePlay[]} plays
   * @param {PractisedEvent[]} runs
   */
  #outcomes(plays, runs) {
    const reached = new Set(plays.flatMap(({ id, endings }) => runs.filter((run) => run.item === id).map((run) => endings[run.result.ending])));
    const known = ["agreed", "partial", "deferred", "broken"].filter((outcome) => reached.has(outcome));
    return known.map((outcome) => this.#text(`outcome-${outcome}`)).join(this.#text("and"));
  }

  /** @param {PractisedEvent[]} runs */
  static #best(runs) {
    return Math.round(100 * Math.max(0, ...runs.map((run) => run.result.score)));
  }

  /**
   * @param {string} name
   * @param {string} id
   */
  #row(name, id) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-${name}="${CSS.escape(id)}"]`));
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  #text(name, values) {
    return CourseDashboard.words(this.#root.getAttribute(`data-text-${name}`) ?? "", values);
  }

  /**
   * @param {string} text
   * @param {Record<string, string | number>} [values]  for the `{name}`s in the text
   */
  static words(text, values = {}) {
    return text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }

  /**
   * A cell without words is hidden where it may be.
   * @param {Element} part
   * @param {string} cell
   * @param {string} text
   */
  static fill(part, cell, text) {
    const target = /** @type {HTMLElement | null} */ (part.querySelector(`[data-cell="${cell}"]`));
    if (!target) return;
    target.textContent = text;
    if (target.matches("[data-optional]")) target.hidden = !text;
  }

  /**
   * A day in the page's language, British in English.
   * @param {string} time
   */
  static date(time) {
    const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    return new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(new Date(time));
  }
}
