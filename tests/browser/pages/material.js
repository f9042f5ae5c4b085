// Stands for Material's bundle: its document$ makes mkdocs-quiz start a second time.
{
  const subscribers = [];
  document.addEventListener("DOMContentLoaded", () => subscribers.forEach((start) => start()));
  window.document$ = {
    subscribe(start) {
      subscribers.push(start);
      return { unsubscribe() {} };
    },
  };
}
