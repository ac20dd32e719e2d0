// Lets the Nastaliq face in, when it comes after the words, without moving anything that is being read.
// Without this file the browser swaps the faces by itself, and lines that break anew move what is below.
(function () {
  "use strict";

  var FACE = '1em "Hamqadam Nastaliq"';
  var A_WORD = "ہم قدم";
  // A block that needs one more line is set this much smaller, if that is enough.
  var SMALLER = [0.98, 0.96, 0.94, 0.92, 0.9];
  var LEAST_PX = 0.5;
  // Words after a number may begin this far from where they began.
  var NOTICED_PX = 16;
  var root = document.documentElement;
  var kept = [];
  var isDrawn = false;

  if (!document.fonts || document.fonts.check(FACE, A_WORD)) return;

  function blockOf(text) {
    var block = text.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  }

  // Where a run of words begins: its upper corner on the side reading starts from.
  function startOf(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var line = range.getClientRects()[0];
    return line ? { x: line.right, y: line.top } : { x: 0, y: 0 };
  }

  // What has words of its own and begins above the lower edge of the screen; below it nobody sees a move.
  function blocksInSight() {
    var words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    var found = new Map();
    while (words.nextNode()) {
      var text = words.currentNode;
      var block = text.data.trim() && blockOf(text);
      if (!block) continue;
      if (!found.has(block)) found.set(block, { box: block.getBoundingClientRect(), runs: [] });
      found.get(block).runs.push({ text: text, start: startOf(text) });
    }
    found.forEach(function (seen, block) {
      if (!seen.box.height || seen.box.top >= window.innerHeight) found.delete(block);
    });
    return found;
  }

  function isLarger(block, box) {
    var now = block.getBoundingClientRect();
    return now.height > box.height + LEAST_PX || now.width > box.width + LEAST_PX;
  }

  function isElsewhere(run) {
    var now = startOf(run.text);
    return Math.hypot(now.x - run.start.x, now.y - run.start.y) > NOTICED_PX;
  }

  function keepSize(seen, block) {
    var box = seen.box;
    var size = parseFloat(getComputedStyle(block).fontSize);
    kept.push(block);
    for (var step = 0; isLarger(block, box) && step < SMALLER.length; step += 1) {
      block.style.fontSize = size * SMALLER[step] + "px";
    }
    if (isLarger(block, box) || seen.runs.some(isElsewhere)) {
      block.style.fontSize = "";
      block.classList.add("stands-in");
    }
    var now = block.getBoundingClientRect();
    if (now.height < box.height - LEAST_PX) block.style.minBlockSize = box.height + "px";
    if (now.width < box.width - LEAST_PX) block.style.minInlineSize = box.width + "px";
  }

  function letIn() {
    // What nobody has seen yet keeps no place. A busy browser notes its first paint late.
    var isSeen = isDrawn || performance.getEntriesByType("paint").length;
    var blocks = isSeen ? blocksInSight() : new Map();
    root.classList.remove("is-face-awaited");
    blocks.forEach(keepSize);
  }

  // Another width or a sheet of paper breaks all lines anew.
  function letGo() {
    kept.forEach(function (block) {
      block.classList.remove("stands-in");
      block.style.fontSize = block.style.minBlockSize = block.style.minInlineSize = "";
    });
    kept = [];
  }

  root.classList.add("is-face-awaited");
  requestAnimationFrame(function () {
    requestAnimationFrame(function () {
      isDrawn = true;
    });
  });
  document.fonts.load(FACE, A_WORD).then(letIn, letIn);
  window.matchMedia("(orientation: portrait)").addEventListener("change", letGo);
  window.addEventListener("beforeprint", letGo);
})();
