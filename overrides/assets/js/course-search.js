"use strict";

/**
 * Holds Material's request for the search index, which it makes on every page, until search is opened. A plain script
 * before Material's bundle. Over http the index comes by XMLHttpRequest, from file:// as a script added to the head.
 */
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
