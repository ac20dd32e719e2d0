"""Brings what the project stands on: .venv from a pinned lock, and Debian's programs for tests.

Runs on the machine's own Python before anything is installed, so it uses the standard library
only: `python3 config/bootstrap.py run|dev|system|office|judges`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
# What tests and checks call, each with the Debian package that brings it.
PROGRAMS = {
    "pdftoppm": "poppler-utils",
    "xgettext": "gettext",
}
OFFICE = "libreoffice-calc"
# What Lighthouse and the validator of HTML run on, for the benchmark and the drills.
JUDGES = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}
JUDGES_LOCK = ROOT / "tests" / "judges"
JUDGES_HOME = ROOT / "var" / "judges"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class CannotGoOn(Exception):
    """Something is missing that only a person can bring; the message says what."""


def say(words: str) -> None:
    """Show what is being done, at once."""
    print(f"==> {words}", flush=True)


def is_root() -> bool:
    """Tell whether Debian packages can be installed."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(packages: list[str]) -> bool:
    """Install Debian packages quietly; False when that did not work."""
    say(f"Installing {' '.join(packages)} from Debian")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "-qq"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (update, install):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def make_venv() -> None:
    """Make .venv if it does not stand; Debian keeps pip for it in a package of its own."""
    if PYTHON.exists() and (VENV / "bin" / "pip").exists():
        return
    if sys.version_info < OLDEST_PYTHON:
        raise CannotGoOn(
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}."
            " Name another one: make PYTHON=python3.12 …"
        )
    say("Making .venv")
    if _venv_command():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if is_root() and install_debian([package]) and _venv_command():
        return
    raise CannotGoOn(f"Python cannot make .venv here: sudo apt-get install {package}")


def _venv_command() -> bool:
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def stamp_of(kind: str) -> Path:
    """Return the file that says this very lock is installed."""
    digest = hashlib.sha256((ROOT / LOCKS[kind]).read_bytes()).hexdigest()
    return VENV / f".installed-{kind}-{digest[:16]}"


def install(kind: str) -> None:
    """Install a lock into .venv, unless it is there; the developers' lock holds the other."""
    if stamp_of("dev").exists() or stamp_of(kind).exists():
        return
    make_venv()
    say(f"Installing the packages of {LOCKS[kind]} (a minute the first time)")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = ["--no-deps", "--require-hashes", "-r", str(ROOT / LOCKS[kind])]
    if subprocess.run([*pip, *lock], stdin=subprocess.DEVNULL, check=False).returncode:
        raise CannotGoOn("pip could not install the packages; see above.")
    stamp_of(kind).touch()


def bring_programs() -> None:
    """Bring the browser and the programs tests need; without root, say which are missing."""
    missing = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    named = os.environ.get("CHROMIUM", "")
    if not named and not any(shutil.which(name) for name in BROWSERS):
        missing.append("chromium")
    if not missing:
        return
    if is_root() and install_debian(missing):
        return
    say(f"Missing, and tests that need them will say so: sudo apt-get install {' '.join(missing)}")


def bring_office() -> None:
    """Bring LibreOffice for the drill that opens our sheets; large, so for nothing else."""
    if shutil.which("soffice") is not None:
        return
    if is_root() and install_debian([OFFICE]):
        return
    say(f"Missing, and its drill will be skipped: sudo apt-get install {OFFICE}")


def bring_judges() -> None:
    """Bring Lighthouse and the validator of HTML; large, so for nothing else."""
    lock = (JUDGES_LOCK / "package-lock.json").read_bytes()
    stamp = JUDGES_HOME / f".installed-{hashlib.sha256(lock).hexdigest()[:16]}"
    missing = [package for name, package in JUDGES.items() if shutil.which(name) is None]
    if missing and not (is_root() and install_debian(missing)):
        say(f"Missing, and what needs them will say so: sudo apt-get install {' '.join(missing)}")
    if stamp.exists() or shutil.which("npm") is None:
        return
    say("Installing Lighthouse and the validator of HTML")
    JUDGES_HOME.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(JUDGES_LOCK / name, JUDGES_HOME / name)
    command = ["npm", "ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"]
    if subprocess.run(command, cwd=JUDGES_HOME, stdin=subprocess.DEVNULL, check=False).returncode:
        say("npm could not install them, and what needs them will say so; see above")
        return
    stamp.touch()


def main(wanted: list[str]) -> int:
    """Bring each thing asked for: run, dev, system, office, judges."""
    try:
        for thing in wanted:
            if thing == "system":
                bring_programs()
            elif thing == "office":
                bring_office()
            elif thing == "judges":
                bring_judges()
            else:
                install(thing)
    except CannotGoOn as problem:
        print(f"!!! {problem}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
