// Reads QR codes from the camera: by the browser's own detector, else by the one we bring.

const LOOK_EVERY_MS = 120;
// The same code stays in view for a while: read it again only after it was gone this long.
const SAME_AGAIN_MS = 3500;
const WIDTH = 720;

export async function hasDetector() {
  if (!("BarcodeDetector" in window)) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

async function ownDetector() {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video)).map((one) => one.rawValue);
}

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

async function broughtDetector({ script, wasm }) {
  if (!window.ZXingWASM) await loadScript(script);
  const { prepareZXingModule, readBarcodes } = window.ZXingWASM;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = await readBarcodes(picture, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    return found.filter((one) => one.isValid).map((one) => one.text);
  };
}

// Starts the camera; `tell` gets each code once. Returns stop(). Throws what getUserMedia throws.
export async function startScanner(video, files, tell) {
  const wanted = { video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false };
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  try {
    video.srcObject = stream;
    await video.play();
    const detect = (await hasDetector()) ? await ownDetector() : await broughtDetector(files);
    const timer = look(video, detect, tell);
    return () => (timer.stop(), stop());
  } catch (error) {
    stop();
    throw error;
  }
}

function look(video, detect, tell) {
  const seen = { text: "", at: 0 };
  let isOver = false;
  async function once() {
    if (isOver) return;
    if (video.videoWidth && !document.hidden) {
      const [text] = await detect(video).catch(() => []);
      const now = Date.now();
      if (text && !isOver) {
        const isNew = text !== seen.text || now - seen.at > SAME_AGAIN_MS;
        Object.assign(seen, { text, at: now });
        if (isNew) tell(text);
      }
    }
    setTimeout(once, LOOK_EVERY_MS);
  }
  once();
  return { stop: () => (isOver = true) };
}
