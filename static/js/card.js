// Draws the card anew when the name or the city is changed. Found by data-card-form.
(function () {
  "use strict";

  document.querySelectorAll("[data-card-form]").forEach(function (form) {
    var asked = 0;
    form.addEventListener("change", function () {
      var number = (asked += 1);
      var fields = new URLSearchParams(new FormData(form));
      fields.set("shape", "show");
      fetch(form.action, { method: "POST", body: fields })
        .then(function (answer) { return answer.text(); })
        .then(function (html) {
          var drawn = new DOMParser().parseFromString(html, "text/html").querySelector("[data-card]");
          // A later change is drawn already, or the answer was a refusal.
          if (drawn && number === asked) document.querySelector("[data-card]").replaceWith(drawn);
        })
        .catch(function () {});
    });
  });
})();
