"use strict";

/**
 * The same order everywhere for the same seed, here and in src/coursepack/shuffle.py: tests/grading/shuffle.json.
 * The seed is hashed (FNV-1a, 32 bits) and feeds mulberry32, which draws for Fisher and Yates.
 */
class CourseShuffle {
  /**
   * @template T
   * @param {string} seed  ASCII
   * @param {readonly T[]} items
   * @returns {T[]} a new list
   */
  static list(seed, items) {
    const next = CourseShuffle.#numbers(seed);
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [result[last], result[other]] = [result[other], result[last]];
    }
    return result;
  }

  /** @param {string} seed */
  static #numbers(seed) {
    let state = CourseShuffle.#hash(seed);
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
  }

  /** @param {string} seed */
  static #hash(seed) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    return hash | 0;
  }
}
