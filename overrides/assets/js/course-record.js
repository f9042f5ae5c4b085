"use strict";

/**
 * The learner's record: what was read, answered, practised and noted, as a list of events (course-record-format.js), kept
 * through a sink (the browser's storage, or an LMS), and its face on the page: a notice when storage fails and ticks in
 * the navigation.
 * Knows nothing of lessons, questions or languages; whatever storage does, memory stays complete and nothing throws.
 */

/** @typedef {{load(): string | null, save(text: string): void, setAside?(text: string): void}} Sink  may throw */

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

  /** Whether something recorded here would be lost with the page. */
  get unsaved() {
    return this.#unsaved.length > 0;
  }

  /** All events, by time. */
  events() {
    return [...this.#events];
  }

  /**
   * @template {RecordEvent["verb"]} V
   * @param {string} item
   * @param {V} verb
   * @returns {(RecordEvent & {verb: V}) | undefined}
   */
  first(item, verb) {
    return this.all(item, verb)[0];
  }

  /**
   * @template {RecordEvent["verb"]} V
   * @param {string} item
   * @param {V} verb
   * @returns {(RecordEvent & {verb: V}) | undefined}
   */
  latest(item, verb) {
    return this.all(item, verb).pop();
  }

  /**
   * Everything of one kind on an item, by time.
   * @template {RecordEvent["verb"]} V
   * @param {string} item
   * @param {V} verb
   */
  all(item, verb) {
    const found = this.#events.filter((event) => event.item === item && event.verb === verb);
    return /** @type {(RecordEvent & {verb: V})[]} */ (found);
  }

  /**
   * @param {string} item
   * @param {RecordEvent["verb"]} verb
   */
  has(item, verb) {
    return this.first(item, verb) !== undefined;
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
    const latest = this.#events.filter((event) => event.item === item).pop();
    return new Date(Math.max(Date.now(), latest ? Date.parse(latest.at) + 1 : 0)).toISOString();
  }

  /** The browser's storage; throws where it is denied, also when course-early.js has put another in its place. */
  static #storage() {
    if (Reflect.get(window, "courseStorageDenied")) throw new DOMException("", "SecurityError");
    return localStorage;
  }

  /** A name for one go at an exam or a role play; also the seed of its order. */
  newAttempt() {
    return CourseRecord.#newId().replace(/-/g, "").slice(0, 12);
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
