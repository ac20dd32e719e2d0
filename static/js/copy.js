// Copies a text and says so. Found by data-copy, a button that stays hidden without this file.
(function () {
  "use strict";

  if (!navigator.clipboard) return;

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.copied;
      });
    });
  });
})();
