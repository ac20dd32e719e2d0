// Leaves the site: covers the page at once, takes it out of the history, and covers it again on Back.
// Found by data-exit, a link that also works without this file.
(function () {
  "use strict";

  var link = document.querySelector("[data-exit]");
  if (!link) return;
  var leaving = false;

  function leave() {
    leaving = true;
    document.body.hidden = true;
    document.title = "\u00a0";
    window.location.replace(link.href);
  }

  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });

  // A page kept in memory comes back as it was left: still covered, and it leaves once more.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && leaving) leave();
  });
})();
