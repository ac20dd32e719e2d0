"""Static files as they are served: named by content, and packed where it pays."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# What visitors fetch; the rest is the CMS's own, which staff fetch once.
OURS = ("css/", "js/", "images/", "fonts/")
STAMP = ".made-from"


class SiteStaticFiles(CompressedManifestStaticFilesStorage):
    """Names every file by its content; Brotli for ours only.

    Brotli over all of Wagtail's files took 20 s of a first start; gzip for them takes 2 s.
    """

    keep_only_hashed_files = True
    # Modules import each other by name: those names must become the hashed ones too. Only the
    # gate's are modules; Django's own switch would rewrite the CMS's files as well.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/gate/*.js", ((r"""(?P<matched>from "(?P<url>\./.*?)";)""", 'from "%(url)s";'),)),
    )
    # As many as the longest chain of modules that import each other, and one.
    max_post_process_passes = 10

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """Return the packer that writes both forms, for our own files."""
        return Compressor(**kwargs)

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Pack ours with gzip and Brotli, the CMS's with gzip; what was packed before stays."""
        known = [path for path in paths if not Path(f"{self.path(path)}.gz").exists()]
        yield from super().compress_files([path for path in known if path.startswith(OURS)])
        gzip_only = Compressor(use_brotli=False, quiet=True)
        for path in known:
            if path.startswith(OURS) or not gzip_only.should_compress(path):
                continue
            for packed in gzip_only.compress(self.path(path)):
                yield path, packed.removeprefix(f"{self.location}/")


def collect_if_changed() -> bool:
    """Collect the static files unless the same ones were collected before; tell whether it did."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    now = _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="utf-8")
    return True


def _fingerprint() -> str:
    """Return a hash of our own files and of the lock that brings everybody else's."""
    hashed = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    ours = (settings.BASE_DIR / "static").rglob("*")
    for file in [*sorted(ours), settings.BASE_DIR / "requirements.lock", Path(__file__)]:
        if file.is_file():
            hashed.update(str(file.relative_to(settings.BASE_DIR)).encode())
            hashed.update(file.read_bytes())
    return hashed.hexdigest()
