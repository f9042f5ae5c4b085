// Browsers refuse workers from file://; Material then hides search.
if (location.protocol === "file:") window.Worker = class extends EventTarget { postMessage() {} };
