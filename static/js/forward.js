// Words changed before they are sent: the links and the copy follow, and the length is counted.
// Found by data-forward. Counts as urdu/sms.py does (3GPP TS 23.038 and 23.040).
(function () {
  "use strict";

  var BASIC = new Set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
      "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
  );
  var EXTENSION = new Set("^{}\\[~]|€\f");

  function measured(text) {
    var letters = Array.from(text);
    var isLatin = letters.every(function (letter) {
      return BASIC.has(letter) || EXTENSION.has(letter);
    });
    var widths = letters.map(function (letter) {
      return isLatin ? (EXTENSION.has(letter) ? 2 : 1) : letter.length;
    });
    return { widths: widths, single: isLatin ? 160 : 70, part: isLatin ? 153 : 67 };
  }

  function lengthOf(text) {
    var found = measured(text);
    var letters = found.widths.reduce(function (sum, width) { return sum + width; }, 0);
    if (letters <= found.single) return { parts: letters ? 1 : 0, letters: letters, room: found.single };
    var parts = 1;
    var room = found.part;
    found.widths.forEach(function (width) {
      if (width > room) {
        parts += 1;
        room = found.part;
      }
      room -= width;
    });
    return { parts: parts, letters: letters, room: parts * found.part };
  }

  function show(message, name, value) {
    var place = message.querySelector("[data-forward-" + name + "]");
    if (place) place.textContent = String(value);
  }

  document.querySelectorAll("[data-forward]").forEach(function (message) {
    var words = message.querySelector("[data-forward-words]");
    words.addEventListener("input", function () {
      var length = lengthOf(words.value);
      message.querySelector("[data-forward-open]").href = message.dataset.start + encodeURIComponent(words.value);
      message.querySelector("[data-copy]").dataset.copy = words.value;
      Object.keys(length).forEach(function (name) { show(message, name, length[name]); });
    });
  });
})();
