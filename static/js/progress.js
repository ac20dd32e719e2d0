// Keeps the progress of a file up to date and shows the page anew once it is made. Found by data-progress.
(function () {
  "use strict";

  var PAUSE_MS = 1500;

  document.querySelectorAll("[data-progress]").forEach(function (box) {
    var bar = box.querySelector("progress");
    var words = box.querySelector("p");

    function look() {
      fetch(box.dataset.progress, { credentials: "same-origin" })
        .then(function (answer) {
          return answer.json();
        })
        .then(function (facts) {
          if (facts.state !== "queued") {
            location.reload();
            return;
          }
          bar.value = facts.done;
          words.textContent = facts.words;
          window.setTimeout(look, PAUSE_MS);
        })
        .catch(function () {
          window.setTimeout(look, PAUSE_MS * 4);
        });
    }

    window.setTimeout(look, PAUSE_MS);
  });
})();
