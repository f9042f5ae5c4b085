"use strict";

/**
 * What must run before the theme's own scripts; it stands in the page itself, where a file of its own would hold up the page:
 * a storage in memory where the browser denies one, the search index held until search is opened, the scripts of a built
 * page fetched after its first painting, and on file:// the stand-in for the search worker, which does not start from there.
 */

// As the theme's script does later: what depends on scripts has its room from the first painting on.
document.documentElement.classList.replace("no-js", "js");

// The theme and mkdocs-quiz would stop at their first look at a denied storage. They get one that lasts as long as the
// page; `courseStorageDenied` tells the recorder, which tells the reader.
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

// Material asks for the search index on every page. Over http it comes by XMLHttpRequest, from file:// as a script added
// to the head.
(() => {
  const { open } = XMLHttpRequest.prototype;
  const { head } = document;
  /** @type {(() => void)[]} */
  const held = [];

  function release() {
    document.removeEventListener("focusin", opened);
    document.removeEventListener("change", opened);
    XMLHttpRequest.prototype.open = open;
    Reflect.deleteProperty(head, "appendChild");
    held.splice(0).forEach((request) => request());
  }

  /** @param {Event} event */
  function opened({ target }) {
    if (target instanceof Element && target.matches(".md-search__input, #__search")) release();
  }

  /** @type {typeof open} */
  function openLater(/** @type {any[]} */ ...request) {
    Reflect.apply(open, this, request);
    const { send } = XMLHttpRequest.prototype;
    if (/search_index\.json$/.test(String(request[1]))) this.send = () => held.push(() => send.call(this));
  }

  /** @param {any} node */
  function appendLater(node) {
    if (/search_index\.js$/.test(node.src)) held.push(() => head.appendChild(node));
    else Node.prototype.appendChild.call(head, node);
    return node;
  }

  // ?q= opens search at once, ?h= marks the words of the search that led here: both need the index now.
  if (/[?&][qh]=/.test(location.search)) return;
  XMLHttpRequest.prototype.open = openLater;
  head.appendChild = appendLater;
  document.addEventListener("focusin", opened);
  document.addEventListener("change", opened);
})();

// A built page names its scripts in a `meta`: they are fetched when it has been painted, so that they do not hold up reading.
// What a reader does before they have run is not lost: fields are marked for course-form.js, a form is sent to them later.
(() => {
  /** @type {Map<HTMLFormElement, HTMLElement | null>} with the button that was pressed */
  const sent = new Map();
  const { documentElement: root } = document;

  async function load() {
    const list = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="course-scripts"]'));
    const scripts = (list?.content ?? "").split(" ").filter(Boolean).map(add);
    await Promise.all(scripts);
    document.removeEventListener("input", mark);
    if (scripts.length) document.dispatchEvent(new Event("DOMContentLoaded")); // the theme and the quizzes wait for it
    root.removeAttribute("data-scripts-to-come");
    sent.forEach((button, form) => form.requestSubmit(button));
  }

  /**
   * @param {string} address
   * @returns {Promise<void>} until it has run or failed
   */
  function add(address) {
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    document.head.append(script);
    return new Promise((resolve) => {
      script.onload = script.onerror = () => resolve();
    });
  }

  /** @param {Event} event */
  function mark({ target }) {
    if (target instanceof Element) target.toggleAttribute("data-written-early", true);
  }

  /**
   * What no script takes would load the page anew.
   * @param {SubmitEvent} event
   */
  function send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.defaultPrevented || form.method === "dialog") return;
    event.preventDefault();
    if (root.hasAttribute("data-scripts-to-come")) sent.set(form, event.submitter);
  }

  root.toggleAttribute("data-scripts-to-come", true);
  document.addEventListener("input", mark);
  document.addEventListener("submit", send);
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  const painted = new Promise((resolve) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach(resolve)).observe({ type: "paint", buffered: true });
  });
  parsed.then(() => Promise.race([painted, new Promise((resolve) => setTimeout(resolve, 1000))])).then(load, load); // a page in the background is not painted
})();

// Written, not added: it must be there before the theme's script, which follows in the page.
(() => {
  const sheet = document.querySelector("link[rel=stylesheet]");
  if (location.protocol !== "file:" || !(sheet instanceof HTMLLinkElement)) return;
  const shim = new URL("../vendor/iframe-worker/shim.js", sheet.href);
  document.write(`<script src="${encodeURI(shim.href)}"></` + "script>");
})();
