"use strict";

/**
 * A role play played and measured, without a page: the twin of src/coursepack/play.py, held to the same cases by
 * tests/role_plays/*.json. Also the order in which a scene's lines are offered.
 */

/** @typedef {{id: string, next: string, red_line?: string | null, effect?: Record<string, number>}} PlayChoice */
/** @typedef {{outcome: string, cash: number}} PlayEnding */
/** @typedef {{start: string, nodes: Record<string, {choices: PlayChoice[]}>, endings: Record<string, PlayEnding>}} PlayGraph */
/**
 * How a run stands: `path` are the choices that could be made, `scenes` what they led through; `ending` is "" while it
 * goes on; `steps` are points by dimension, `score` a share of the best run's points.
 * @typedef {{path: string[], scenes: string[], ending: string, outcome: string, cash: number, redLine: boolean, steps: Record<string, number>, score: number}} PlayState
 */

class CoursePlay {
  static DIMENSIONS = ["listen", "share", "clarify", "present", "ask", "relationship"];
  #graph;
  #most;

  /**
   * @param {PlayGraph} graph
   * @param {number} most  points of the best run
   */
  constructor(graph, most) {
    this.#graph = graph;
    this.#most = most;
  }

  /**
   * @param {string} at
   * @returns {PlayChoice[]} none at an ending
   */
  choices(at) {
    const { nodes } = this.#graph;
    return Object.hasOwn(nodes, at) ? nodes[at].choices : [];
  }

  /**
   * @param {string} at
   * @param {string} id
   */
  choice(at, id) {
    return this.choices(at).find((choice) => choice.id === id);
  }

  /**
   * Make the choices of `path` one by one, as far as they exist; each counts once, however often a loop brings it back.
   * @param {readonly string[]} path
   * @returns {PlayState}
   */
  play(path) {
    let at = this.#graph.start;
    const scenes = [at];
    /** @type {Map<string, PlayChoice>} */
    const taken = new Map();
    for (const id of path) {
      const choice = this.choice(at, id);
      if (!choice) break;
      taken.set(`${at} ${id}`, choice);
      at = choice.next;
      scenes.push(at);
    }
    return { path: path.slice(0, scenes.length - 1), scenes, ...this.#ending(at), ...this.#points([...taken.values()]) };
  }

  /** @param {string} at */
  #ending(at) {
    const { endings } = this.#graph;
    return Object.hasOwn(endings, at) ? { ending: at, ...endings[at] } : { ending: "", outcome: "", cash: 0 };
  }

  /** @param {PlayChoice[]} taken */
  #points(taken) {
    /** @type {Record<string, number>} */
    const steps = {};
    for (const name of CoursePlay.DIMENSIONS) {
      steps[name] = taken.reduce((sum, { effect }) => sum + (effect?.[name] ?? 0), 0);
    }
    const total = Object.values(steps).reduce((sum, points) => sum + points, 0);
    const redLine = taken.some((choice) => choice.red_line);
    const score = redLine || !this.#most ? 0 : Math.min(1, Math.max(0, total / this.#most));
    return { steps, redLine, score };
  }

  /**
   * The lines of a scene in the order in which this attempt offers them.
   * @param {string} attempt
   * @param {string} at
   */
  offered(attempt, at) {
    return CourseShuffle.list(`${CoursePlay.#seed(attempt)} ${at}`, this.choices(at));
  }

  /**
   * The name of an attempt that goes back into another one: what stands before its dot is the other's seed, so that every
   * scene offers its lines in the order already seen.
   * @param {string} attempt
   * @param {string} fresh
   */
  static branch(attempt, fresh) {
    return `${CoursePlay.#seed(attempt)}.${fresh}`;
  }

  /** @param {string} attempt */
  static #seed(attempt) {
    return attempt.split(".")[0];
  }
}
