// Leaves the site: covers the page at once, takes it out of the history, and lets Back lead away again.
// The way out is found by data-exit, a link that also works without this file; data-leave says where it leads.
(function () {
  "use strict";

  var address = document.currentScript.dataset.leave;
  var link = document.querySelector("[data-exit]");
  // Kept by this tab alone, and only once somebody has left; its name tells nothing.
  var SIGN = "seen";

  function remember(value) {
    try {
      if (value) sessionStorage.setItem(SIGN, value);
      else sessionStorage.removeItem(SIGN);
    } catch (_error) {
      // A browser that keeps nothing: the page itself is still out of the history.
    }
  }

  function hasLeft() {
    try {
      return sessionStorage.getItem(SIGN) !== null;
    } catch (_error) {
      return false;
    }
  }

  function leave() {
    document.body.hidden = true;
    document.title = "\u00a0";
    remember("1");
    window.location.replace(address);
  }

  function cameByBack() {
    var entry = performance.getEntriesByType("navigation")[0];
    return Boolean(entry) && entry.type === "back_forward";
  }

  if (hasLeft()) {
    if (cameByBack()) leave();
    // Whoever types the address again wants to read.
    else remember("");
  }

  if (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
  }

  // A page kept in memory comes back as it was left.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && hasLeft()) leave();
  });
})();
