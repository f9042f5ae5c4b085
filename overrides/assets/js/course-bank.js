"use strict";

/**
 * The question bank, loaded when it is asked for: script files beside this script (`../bank/index.js`, `../bank/<module>.js`,
 * in the site's language), so that it works from file:// too. Checks nothing: what a stored id no longer names is simply
 * not there.
 *
 * Interface:
 *   await CourseBank.index()            lessons of the review: lesson id → {module, questions: ids}
 *   await CourseBank.questions(modules) every question of these modules (folder names such as "1-preparation"), by id;
 *                                       with a second `true` past the browser's cache, which may hold an older build
 * Both reject with an Error when a file is missing or broken; asked again, they try again. There is no text in the Error:
 * the element that asks has one of its own for the reader.
 */

/** @typedef {{id: string, text: string}} BankStep */
/** @typedef {BankStep & {correct: boolean, feedback: string}} BankOption */
/** @typedef {{id: string, left: string, right: string}} BankPair */
/**
 * @typedef {{id: string, kind: "single" | "multiple" | "numeric" | "ordering" | "matching", lesson: string, objective: string,
 *   prompt: string, explanation: string, red_line?: string, options?: BankOption[], answer?: number, tolerance?: number,
 *   unit?: string, steps?: BankStep[], pairs?: BankPair[], distractors?: BankStep[]}} BankQuestion
 */
/** @typedef {Record<string, {module: string, questions: string[]}>} BankIndex */
/** @typedef {{index?: BankIndex, parts?: Record<string, BankQuestion[]>}} BankFile  what a script file adds to `courseBank` */

class CourseBank {
  static #folder = new URL("../bank/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {Map<string, Promise<void>>} */
  static #loading = new Map();

  /** @returns {Promise<BankIndex>} */
  static async index() {
    await CourseBank.#load("index", (file) => file.index !== undefined);
    return CourseBank.#files().find((file) => file.index)?.index ?? {};
  }

  /**
   * @param {Iterable<string>} modules
   * @param {boolean} [afresh]
   * @returns {Promise<Map<string, BankQuestion>>}
   */
  static async questions(modules, afresh = false) {
    const names = [...modules];
    const query = afresh ? `?${Date.now()}` : "";
    if (afresh) names.forEach((name) => CourseBank.#loading.delete(name));
    await Promise.all(names.map((name) => CourseBank.#load(name, (file) => file.parts?.[name] !== undefined, query)));
    const parts = names.flatMap((name) => CourseBank.#files().flatMap((file) => file.parts?.[name] ?? []));
    return new Map(parts.map((question) => [question.id, question]));
  }

  /** @returns {BankFile[]} */
  static #files() {
    return Reflect.get(window, "courseBank") ?? [];
  }

  /**
   * @param {string} name
   * @param {(file: BankFile) => boolean} isIt
   * @param {string} [query]
   */
  static #load(name, isIt, query = "") {
    const begun = CourseBank.#loading.get(name);
    if (begun) return begun;
    const promise = CourseBank.#add(name, isIt, query);
    CourseBank.#loading.set(name, promise);
    promise.catch(() => CourseBank.#loading.delete(name));
    return promise;
  }

  /**
   * @param {string} name
   * @param {(file: BankFile) => boolean} isIt  a server may answer with a page that is no script of ours
   * @param {string} query
   * @returns {Promise<void>}
   */
  static #add(name, isIt, query) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const failed = () => reject(new Error(script.src));
      script.src = new URL(`${encodeURIComponent(name)}.js${query}`, CourseBank.#folder).href;
      script.addEventListener("load", () => (CourseBank.#files().some(isIt) ? resolve() : failed()));
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }
}
