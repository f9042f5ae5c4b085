"use strict";

/**
 * Draws a form of an exam; the rules are written in src/coursepack/draw.py, which passes the same cases: tests/exams/*.json.
 */

/** @typedef {{count: number, questions: string[], unseen: string[]}} Pool  unseen: those never asked in a lesson */

class CourseDraw {
  /**
   * @param {Pool[]} pools
   * @param {number} share  of questions never asked in a lesson
   * @param {string} seed
   * @param {string[][]} [earlier]  forms that the learner had before, the latest last
   * @returns {string[]} question ids, in the order in which they are asked
   */
  static draw(pools, share, seed, earlier = []) {
    const asked = new Map(earlier.flatMap((form, index) => form.map((id) => [id, index + 1])));
    const ranked = pools.map((pool, number) => CourseDraw.#ranked(pool, `${seed} ${number}`, asked));
    const forms = ranked.map((ids, number) => ids.slice(0, pools[number].count));
    const needed = Math.ceil(share * pools.reduce((sum, pool) => sum + pool.count, 0) - 1e-9);
    const order = CourseShuffle.list(`${seed} unseen`, [...pools.keys()]);
    while (forms.flatMap((form, number) => form.filter((id) => pools[number].unseen.includes(id))).length < needed) {
      const swaps = order.flatMap((number) => CourseDraw.#swap(number, forms[number], ranked[number], pools[number].unseen));
      if (!swaps.length) break;
      const cost = swaps.map(({ old, fresh }) => (asked.get(fresh) ?? 0) - (asked.get(old) ?? 0));
      const { number, old, fresh } = swaps[cost.indexOf(Math.min(...cost))];
      forms[number] = forms[number].map((id) => (id === old ? fresh : id));
    }
    return CourseShuffle.list(seed, forms.flat());
  }

  /**
   * Pools as far as a bank has their questions; it may be of another build than the page.
   * @param {Pool[]} pools
   * @param {{has(id: string): boolean}} bank
   */
  static within(pools, bank) {
    return pools.map((pool) => ({ ...pool, questions: pool.questions.filter((id) => bank.has(id)) }));
  }

  /** @param {Pool[]} pools */
  static isEnough(pools) {
    return pools.every((pool) => pool.questions.length >= pool.count);
  }

  /**
   * A form begun before the bank changed: each pool that has lost questions of it gives others, unseen ones first, at the
   * end, so that the places of the rest stay. Where the exam draws otherwise by now, it still grows no longer than the exam.
   * @param {Pool[]} pools
   * @param {string[]} form  as far as its questions still exist
   * @param {string} seed
   */
  static mend(pools, form, seed) {
    const size = pools.reduce((sum, pool) => sum + pool.count, 0);
    const added = pools.flatMap(({ count, questions, unseen }, number) => {
      const missing = Math.max(0, count - questions.filter((id) => form.includes(id)).length);
      const spare = CourseShuffle.list(`${seed} ${number}`, questions).filter((id) => !form.includes(id));
      return [...spare.filter((id) => unseen.includes(id)), ...spare.filter((id) => !unseen.includes(id))].slice(0, missing);
    });
    return [...form, ...added.slice(0, Math.max(0, size - form.length))];
  }

  /**
   * @param {Pool} pool
   * @param {string} seed
   * @param {Map<string, number>} asked
   */
  static #ranked({ questions }, seed, asked) {
    return CourseShuffle.list(seed, questions).sort((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0));
  }

  /**
   * The last question of a form that lessons ask, and the first unseen one that may take its place.
   * @param {number} number
   * @param {string[]} form
   * @param {string[]} ranked
   * @param {string[]} unseen
   */
  static #swap(number, form, ranked, unseen) {
    const old = form.filter((id) => !unseen.includes(id)).pop();
    const fresh = ranked.find((id) => unseen.includes(id) && !form.includes(id));
    return old !== undefined && fresh !== undefined ? [{ number, old, fresh }] : [];
  }
}
