// Lets the Nastaliq face in, when it comes after the words, without moving anything that is being read.
// Without this file the browser swaps the faces by itself, and lines that break anew move what is below.
(function () {
  "use strict";

  var FACE = '1em "Hamqadam Nastaliq"';
  var STANDS_IN = "Hamqadam Stand-in";
  var A_WORD = "ہم قدم";
  // A block that needs more room is set this much smaller, if that is enough.
  var SIZES = [1, 0.98, 0.96, 0.94, 0.92, 0.9];
  var LEAST_PX = 0.5;
  // What begins less than three pixels from where it began stands still, for the eye and for the browser's count.
  var NOTICED_PX = 2.5;
  // The gap beside a number may grow by this much, so that the words after it stay where they are.
  var WIDEST_GAP_PX = 16;
  var A_LINE_PX = 64;
  var root = document.documentElement;
  var kept = [];
  var isDrawn = false;

  if (!document.fonts || document.fonts.check(FACE, A_WORD)) return;

  function blockOf(text) {
    var block = text.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  }

  // Where a run of words begins: its upper corner on the side its own reading starts from.
  function startOf(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var line = range.getClientRects()[0];
    var side = getComputedStyle(text.parentElement).direction === "ltr" ? "left" : "right";
    return line ? { x: line[side], y: line.top } : { x: 0, y: 0 };
  }

  function seenOf(block) {
    var size = parseFloat(getComputedStyle(block).fontSize);
    return { box: block.getBoundingClientRect(), size: size, runs: [], gaps: [] };
  }

  // What has words of its own and begins on the screen, or so near below that its letters reach up into it.
  function blocksInSight() {
    var words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    var found = new Map();
    while (words.nextNode()) {
      var text = words.currentNode;
      var block = text.data.trim() && blockOf(text);
      if (!block || getComputedStyle(block).fontFamily.indexOf(STANDS_IN) < 0) continue;
      if (!found.has(block)) found.set(block, seenOf(block));
      found.get(block).runs.push({ text: text, start: startOf(text) });
    }
    found.forEach(function (seen, block) {
      if (!seen.box.height || seen.box.top >= window.innerHeight + A_LINE_PX) found.delete(block);
    });
    return found;
  }

  function never() {
    return false;
  }

  function isLarger(seen, block) {
    var now = block.getBoundingClientRect();
    return now.height > seen.box.height + LEAST_PX || now.width > seen.box.width + LEAST_PX;
  }

  function isElsewhere(run) {
    var now = startOf(run.text);
    return Math.max(Math.abs(now.x - run.start.x), Math.abs(now.y - run.start.y)) > NOTICED_PX;
  }

  function hasMoved(seen, block) {
    return isLarger(seen, block) || seen.runs.some(isElsewhere);
  }

  function closeGaps(seen) {
    seen.gaps.splice(0).forEach(function (piece) {
      piece.style.margin = "";
    });
  }

  // Words that would begin too early wait behind the number before them, and a number waits itself.
  // A number has a direction of its own, so its sides are named as they lie on a page read from the right.
  function widenGaps(seen) {
    closeGaps(seen);
    seen.runs.forEach(function (run) {
      var early = startOf(run.text).x - run.start.x;
      var isAfter = run.text.previousSibling instanceof Element;
      var piece = isAfter ? run.text.previousSibling : run.text.parentElement;
      if (early < LEAST_PX || early > WIDEST_GAP_PX || getComputedStyle(piece).display !== "inline") return;
      piece.style[isAfter ? "marginLeft" : "marginRight"] = early + "px";
      seen.gaps.push(piece);
    });
  }

  // Sets a block smaller until it fits; what never does stays in the stand-in.
  function makeFit(seen, block, isWrong) {
    kept.push([seen, block]);
    for (var step = 0; isWrong(seen, block) && step < SIZES.length; step += 1) {
      block.style.fontSize = seen.size * SIZES[step] + "px";
      if (isWrong === hasMoved) widenGaps(seen);
    }
    if (isWrong(seen, block)) {
      block.style.fontSize = "";
      closeGaps(seen);
      block.classList.add("stands-in");
    }
    var now = block.getBoundingClientRect();
    if (now.height < seen.box.height - LEAST_PX) block.style.minBlockSize = seen.box.height + "px";
    if (now.width < seen.box.width - LEAST_PX) block.style.minInlineSize = seen.box.width + "px";
  }

  function letIn() {
    // What nobody has seen yet keeps no place. A busy browser notes its first paint late.
    var isSeen = isDrawn || performance.getEntriesByType("paint").length;
    var blocks = isSeen ? blocksInSight() : new Map();
    root.classList.remove("is-face-awaited");
    // Room first: a block has grown, a word gone astray, only when its neighbours are as large as they were.
    [never, isLarger, hasMoved].forEach(function (isWrong) {
      blocks.forEach(function (seen, block) {
        makeFit(seen, block, isWrong);
      });
    });
  }

  // Another width or a sheet of paper breaks all lines anew.
  function letGo() {
    kept.forEach(function (pair) {
      var block = pair[1];
      closeGaps(pair[0]);
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
