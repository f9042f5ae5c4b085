"use strict";

/**
 * The learner's record: what was read, answered and noted, as a list of events, kept through a sink (the browser's
 * storage, or an LMS), and its face on the page: a notice when storage fails and ticks in the navigation.
 * Knows nothing of lessons, questions or languages; whatever storage does, memory stays complete and nothing throws.
 */

/** @typedef {{correct: boolean, response: string[], score: number}} Answer  score 0..1, response: option ids, sorted */
/** @typedef {{verb: "read", item: string, seconds?: number}} ReadDraft */
/** @typedef {{verb: "answered", item: string, result: Answer, seconds?: number}} AnswerDraft */
/** @typedef {{verb: "note", item: string, result: {value: string}, seconds?: number}} NoteDraft */
/** @typedef {ReadDraft | AnswerDraft | NoteDraft} Draft */
/** @typedef {Draft & {id: string, at: string}} RecordEvent  at: UTC, as Date.toISOString writes it */
/** @typedef {"bad-file" | "wrong-course" | "newer"} Refusal */
/** @typedef {{load(): string | null, save(text: string): void, setAside?(text: string): void}} Sink  may throw */

/** The released file format. Every version ever released stays readable: tests/browser/records/. */
class RecordFormat {
  /**
   * @param {string} text
   * @param {string} course
   * @returns {{events: RecordEvent[], dropped: number} | {reason: Refusal}} dropped: events of a wrong shape
   */
  static parse(text, course) {
    let data;
    try {
      data = Object(JSON.parse(text.replace(/^\uFEFF/, "")));
    } catch {
      return { reason: "bad-file" };
    }
    if (data.format !== "coursepack-record" || !Number.isInteger(data.version)) return { reason: "bad-file" };
    if (data.version > 1) return { reason: "newer" };
    if (data.course !== course) return { reason: "wrong-course" };
    if (!Array.isArray(data.events)) return { reason: "bad-file" };
    const events = data.events.flatMap(RecordFormat.#event);
    return { events, dropped: data.events.length - events.length };
  }

  /**
   * @param {RecordEvent[]} events
   * @param {string} course
   * @param {number} [indent]
   */
  static write(events, course, indent) {
    return JSON.stringify({ format: "coursepack-record", version: 1, course, events }, null, indent);
  }

  /**
   * One list without doubles, by time; of the notes on an item only the latest.
   * @param {RecordEvent[][]} lists
   */
  static merge(...lists) {
    const events = [...new Map(lists.flat().map((event) => [event.id, event])).values()];
    events.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
    const newest = new Map(events.map((event) => [event.item, event.id]));
    return events.filter((event) => event.verb !== "note" || newest.get(event.item) === event.id);
  }

  /**
   * @param {unknown} raw
   * @returns {RecordEvent[]} the event with its known fields, or nothing when its shape is wrong
   */
  static #event(raw) {
    const { id, at, verb, item, result, seconds } = Object(raw);
    const known = RecordFormat.#result(verb, Object(result));
    if (![id, item].every(RecordFormat.#isName) || !RecordFormat.#isTime(at) || !known) return [];
    return [{ id, at, verb, item, ...known, ...(Number.isFinite(seconds) && seconds >= 0 && { seconds }) }];
  }

  /**
   * @param {unknown} verb
   * @param {any} result
   */
  static #result(verb, { correct, response, score, value }) {
    switch (verb) {
      case "read":
        return {};
      case "answered":
        if (typeof correct !== "boolean" || typeof score !== "number" || !(score >= 0 && score <= 1)) return null;
        if (!Array.isArray(response) || !response.every(RecordFormat.#isName)) return null;
        return { result: { correct, response, score } };
      case "note":
        return typeof value === "string" ? { result: { value } } : null;
      default:
        return null;
    }
  }

  /** @param {unknown} value */
  static #isName(value) {
    return typeof value === "string" && value.length > 0 && value.length <= 200;
  }

  /** @param {unknown} value */
  static #isTime(value) {
    const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
    return typeof value === "string" && written.test(value) && !isNaN(Date.parse(value));
  }
}

/** `<course-record data-course data-text-…>`, one on every page, and the global `courseRecord`. */
class CourseRecord extends HTMLElement {
  /** @type {RecordEvent[]} */
  #events = [];
  /** @type {RecordEvent[]} */
  #unsaved = [];
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #key = `coursepack.${this.dataset.course}`;
  /** @type {Sink} */
  #sink = {
    load: () => CourseRecord.#storage().getItem(this.#key),
    save: (text) => CourseRecord.#storage().setItem(this.#key, text),
    setAside: (text) => CourseRecord.#storage().setItem(`${this.#key}.broken`, text),
  };

  connectedCallback() {
    this.setAttribute("role", "status");
    addEventListener("storage", this.#refresh);
    addEventListener("pageshow", this.#refresh);
    this.#sync();
  }

  disconnectedCallback() {
    removeEventListener("storage", this.#refresh);
    removeEventListener("pageshow", this.#refresh);
  }

  get course() {
    return this.dataset.course ?? "";
  }

  /**
   * Take another sink, e.g. an LMS; call it before anything is recorded. What the browser keeps is not carried over:
   * on a shared machine it may be another learner's.
   * @param {Sink} sink
   */
  use(sink) {
    this.#sink = sink;
    this.#events = [];
    this.#sync();
  }

  /** @param {Draft[]} drafts  several are saved at once */
  record(...drafts) {
    for (const draft of drafts) {
      this.#unsaved.push({ id: CourseRecord.#newId(), at: this.#timeFor(draft.item), ...draft });
    }
    this.#sync();
  }

  /** All events, by time. */
  events() {
    return [...this.#events];
  }

  /** @param {string} item */
  first(item) {
    return this.#events.find((event) => event.item === item);
  }

  /** @param {string} item */
  latest(item) {
    return this.#events.filter((event) => event.item === item).pop();
  }

  /**
   * @param {string} item
   * @param {RecordEvent["verb"]} verb
   */
  has(item, verb) {
    return this.#events.some((event) => event.item === item && event.verb === verb);
  }

  /** The record as the text of a file. */
  export() {
    return RecordFormat.write(this.#events, this.course, 1);
  }

  /**
   * Merge a file's events into the record; a refused file changes nothing.
   * @param {string} text
   * @returns {{added: number, kept: number, dropped: number} | {reason: Refusal}} kept: already here, or older
   */
  import(text) {
    const parsed = RecordFormat.parse(text, this.course);
    if ("reason" in parsed) return parsed;
    const before = new Set(this.#events.map((event) => event.id));
    const fresh = parsed.events.filter((event) => !before.has(event.id));
    this.#unsaved = this.#unsaved.concat(fresh);
    this.#sync();
    const now = new Set(this.#events.map((event) => event.id));
    const added = new Set(fresh.map((event) => event.id).filter((id) => now.has(id))).size;
    return { added, kept: parsed.events.length - added, dropped: parsed.dropped };
  }

  /** Forget everything; a record of a newer version is left alone. */
  reset() {
    this.#events = [];
    this.#unsaved = [];
    if (this.#load()) this.#save([]);
    this.#changed();
  }

  /**
   * @param {() => void} listener  called after every change, also one made in another tab
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Another tab wrote or cleared the storage, or this page came back from the browser's page cache.
   * @param {Event} event
   */
  #refresh = (event) => {
    const { key, persisted } = /** @type {any} */ (event);
    if (persisted || key === null || key === this.#key) this.#sync();
  };

  /**
   * Read what other tabs saved, add what is unsaved here, write. Only unsaved events are added, so that a reset in
   * another tab stands; what could not be read is not overwritten.
   */
  #sync() {
    const stored = this.#load();
    this.#events = RecordFormat.merge(stored ?? this.#events, this.#unsaved);
    if (stored && this.#unsaved.length && this.#save(this.#events)) this.#unsaved = [];
    this.#changed();
  }

  #load() {
    let text;
    try {
      text = this.#sink.load();
    } catch {
      return this.#tell("denied");
    }
    if (!text) return [];
    const parsed = RecordFormat.parse(text, this.course);
    if ("events" in parsed) return parsed.events;
    return parsed.reason === "newer" ? this.#tell("newer") : this.#startAnew(text);
  }

  /** @param {string} broken */
  #startAnew(broken) {
    try {
      this.#sink.setAside?.(broken);
    } catch {
      // No room for it: the record itself matters more.
    }
    this.#unsaved = RecordFormat.merge(this.#events, this.#unsaved);
    this.#save([]);
    this.#tell("corrupt");
    return [];
  }

  /**
   * @param {RecordEvent[]} events
   * @returns {boolean} whether it was saved
   */
  #save(events) {
    try {
      this.#sink.save(RecordFormat.write(events, this.course));
    } catch (error) {
      this.#tell(error instanceof DOMException && /quota/i.test(error.name) ? "full" : "denied");
      return false;
    }
    if (this.dataset.state === "full") this.#tell("");
    return true;
  }

  /**
   * @param {"denied" | "full" | "corrupt" | "newer" | ""} state  empty: nothing to tell any more
   * @returns {null}
   */
  #tell(state) {
    if (this.dataset.state === state) return null;
    this.dataset.state = state;
    this.hidden = !state;
    this.textContent = this.getAttribute(`data-text-${state}`);
    return null;
  }

  #changed() {
    this.#tick();
    for (const listener of this.#listeners) listener();
  }

  /** Mark the lessons that were read in the navigation. */
  #tick() {
    const read = new Set(this.#events.filter((event) => event.verb === "read").map((event) => event.item));
    for (const span of document.querySelectorAll(".md-status")) {
      const lesson = /md-status--(\S+)/.exec(span.className)?.[1] ?? "";
      if (span.classList.contains("course-read") === read.has(lesson)) continue;
      const text = span.classList.toggle("course-read") ? (this.dataset.textRead ?? "") : "";
      span.setAttribute("role", text ? "img" : "none");
      span.setAttribute("aria-label", text);
      span.setAttribute("title", text);
    }
  }

  /**
   * Now, but after the item's latest event, so that a clock put back does not make an old note win.
   * @param {string} item
   */
  #timeFor(item) {
    const latest = this.latest(item);
    return new Date(Math.max(Date.now(), latest ? Date.parse(latest.at) + 1 : 0)).toISOString();
  }

  /** The browser's storage; throws where it is denied, also when course-early.js has put another in its place. */
  static #storage() {
    if (Reflect.get(window, "courseStorageDenied")) throw new DOMException("", "SecurityError");
    return localStorage;
  }

  /** randomUUID is missing on plain http other than localhost, and in old browsers. */
  static #newId() {
    if ("randomUUID" in crypto) return crypto.randomUUID();
    const bytes = /** @type {Crypto} */ (crypto).getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

customElements.define("course-record", CourseRecord);

const courseRecord = /** @type {CourseRecord} */ (document.querySelector("course-record"));
