"use strict";

/**
 * Counts the seconds in which a page was in view. A computer that slept, or a page in the background, is not charged.
 */
class CourseClock {
  static #longest = 10;
  #tick;
  #timer = 0;
  #last = 0;
  #seconds = 0;

  /** @param {(seconds: number) => void} tick  about once a second while it runs */
  constructor(tick) {
    this.#tick = tick;
  }

  get seconds() {
    return Math.floor(this.#seconds);
  }

  /** @param {number} seconds  counted before */
  start(seconds) {
    this.stop();
    this.#seconds = seconds;
    this.#last = performance.now();
    this.#timer = window.setInterval(this.#count, 1000);
  }

  stop() {
    clearInterval(this.#timer);
  }

  /**
   * Another tab counted further.
   * @param {number} seconds
   */
  notBefore(seconds) {
    this.#seconds = Math.max(this.#seconds, seconds);
  }

  #count = () => {
    const now = performance.now();
    const passed = (now - this.#last) / 1000;
    this.#last = now;
    if (document.hidden) return;
    this.#seconds += Math.min(passed, CourseClock.#longest);
    this.#tick(this.seconds);
  };
}
