"use strict";

/**
 * Where the browser denies storage, the theme's and mkdocs-quiz's scripts would stop at their first look at it. They get
 * one that lasts as long as the page; `courseStorageDenied` tells the recorder, which tells the reader. A plain script
 * before all others.
 */
(() => {
  try {
    localStorage.getItem("");
  } catch {
    /** @type {Map<string, string>} */
    const kept = new Map();
    const memory = {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => void kept.set(key, text),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
    };
    for (const name of ["localStorage", "sessionStorage"]) {
      Reflect.defineProperty(window, name, { value: memory, configurable: true });
    }
    Reflect.set(window, "courseStorageDenied", true);
  }
})();
