// The camera on the gate's screen: on while codes are scanned, off at once afterwards.

import { part } from "./screens.js";
import { startScanner } from "./scanner.js";
import { fill, word } from "./words.js";

export function cameraOf(panel, files, tell) {
  const [video, words, start] = ["video", "camera", "start"].map((name) => part(panel, name));
  let stop = null;
  let wanted = false;

  async function begin() {
    wanted = true;
    if (stop) return;
    start.hidden = true;
    fill(words, word("camera_wait"));
    try {
      const running = await startScanner(video, files, tell);
      if (!wanted) return running();
      stop = running;
      video.hidden = false;
      fill(words, word("camera_ready"));
    } catch (error) {
      start.hidden = false;
      fill(words, word(error.name === "NotAllowedError" ? "camera_denied" : "camera_none"));
    }
  }

  function end() {
    wanted = false;
    if (stop) stop();
    stop = null;
    video.hidden = true;
    start.hidden = false;
    fill(words, word("camera_off"));
  }

  start.addEventListener("click", begin);
  return { start: begin, stop: end };
}
