// A sound and a tremor for each answer, so that nobody has to look: up, level, down.

const TUNES = {
  in: { notes: [660, 990], shake: [60] },
  undone: { notes: [990, 660], shake: [60] },
  ask: { notes: [660], shake: [40] },
  already: { notes: [440, 440, 440], shake: [120, 80, 120] },
  no: { notes: [220, 160], shake: [400] },
};
const NOTE_SECONDS = 0.14;

let context = null;

export const sound = { isOn: true };

// Browsers let a page sound only after a touch: called from one.
export function wakeSound() {
  const Context = window.AudioContext;
  if (!Context) return;
  context ||= new Context();
  context.resume().catch(() => {});
}

export function play(tone) {
  const tune = TUNES[tone];
  if (!tune || !sound.isOn) return;
  navigator.vibrate?.(tune.shake);
  if (context?.state === "running") tune.notes.forEach((pitch, place) => note(pitch, place));
}

function note(pitch, place) {
  const begin = context.currentTime + place * NOTE_SECONDS * 1.2;
  const voice = context.createOscillator();
  const loudness = context.createGain();
  voice.type = "square";
  voice.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.25, begin);
  loudness.gain.exponentialRampToValueAtTime(0.001, begin + NOTE_SECONDS);
  voice.connect(loudness).connect(context.destination);
  voice.start(begin);
  voice.stop(begin + NOTE_SECONDS);
}
