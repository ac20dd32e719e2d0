"""Sound from other people: found out from its bytes, written anew without names and places."""

from documents.errors import NotASound
from documents.sounds import mp3, mp4, opus
from documents.sounds.shape import Sound

MOST_BYTES = 4 * 1024 * 1024
MOST_SECONDS = 10 * 60
_READERS = (opus.read, mp3.read, mp4.read)

__all__ = ["MOST_BYTES", "MOST_SECONDS", "Sound", "sound_alone"]


def sound_alone(data: bytes) -> Sound:
    """Return the sound of a file and nothing else of it.

    Raises NotASound for what is no Ogg Opus, MP3 or M4A, is cut off, has a moving picture, or is
    longer than MOST_SECONDS or larger than MOST_BYTES.
    """
    if len(data) > MOST_BYTES:
        raise NotASound
    for read in _READERS:
        sound = read(data)
        if sound is not None:
            if not 0 < sound.seconds <= MOST_SECONDS:
                raise NotASound
            return sound
    raise NotASound
