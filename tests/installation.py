"""Installs the wheel as people do, and checks that every dependency is there as a wheel for their computers.

    python -m tests.installation platforms    # needs uv
    python -m tests.installation uv           # needs uv
    python -m tests.installation pipx         # needs pipx
    python -m tests.installation start        # the start file of this system, with uv or with Python

Each needs a package index, so this is not part of `make test`. `.github/workflows/install.yml` runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.installed import REPOSITORY, make_wheel

VERSIONS: Final = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS: Final[dict[str, tuple[str, ...]]] = {
    "x86_64-pc-windows-msvc": VERSIONS,
    "aarch64-apple-darwin": VERSIONS,
    "x86_64-unknown-linux-gnu": VERSIONS,
    "aarch64-unknown-linux-gnu": VERSIONS,
}
"""The platforms, as uv names them, and the versions of Python for which each locked dependency is there as a wheel."""

NOT_LOCKED: Final = {"x86_64-apple-darwin": ("3.11", "3.12")}
"""Macs with Intel processors: newer versions of some dependencies have no wheels for them, but older ones have."""


def check_platforms() -> list[str]:
    """Return the platforms for which a locked dependency would have to be compiled, with the reason."""
    faults = []
    for platform, versions in (PLATFORMS | NOT_LOCKED).items():
        for version in versions:
            command = ["uv", "pip", "compile", "--quiet", "--only-binary", ":all:", "--no-header", "--no-annotate"]
            command += ["--python-platform", platform, "--python-version", version, "pyproject.toml"]
            command += ["--constraint", "requirements.lock"] if platform in PLATFORMS else []
            done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False)
            print(f"{platform}, Python {version}: {'wheels only' if done.returncode == 0 else 'FAILED'}", flush=True)
            if done.returncode:
                faults.append(f"{platform}, Python {version}: {done.stderr}")
    return faults


def check_start() -> list[str]:
    """Install the wheel with the start file of this system, in a folder with an odd name, and return what fails."""
    with TemporaryDirectory() as name:
        library = Path(name) / "Ashdale's (new) reviews & plans"
        library.mkdir()
        shutil.copy(_make_wheel(Path(name)), library)
        file = library / ("Start library.cmd" if os.name == "nt" else "Start library.command")
        shutil.copy(REPOSITORY / file.name, file)
        places = dict.fromkeys(("LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(Path(name) / "place"))
        own = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LIBRARY_"))}
        opener = ["cmd", "/d", "/c", file.name] if os.name == "nt" else [str(file)]
        faults = []
        for words in (("--version",), ("explain", "V302")):
            done = subprocess.run(
                [*opener, *words],
                cwd=library,
                env=own | places,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                check=False,
            )
            told = done.stdout.decode(errors="replace")
            print(told[-2000:], flush=True)
            is_installed = "Step 3 of 3" in told
            if done.returncode or is_installed != (words == ("--version",)):
                faults.append(f"{file.name} {' '.join(words)}: exit status {done.returncode}\n{told}")
        return faults


def check_uv() -> list[str]:
    """Install the wheel with `uv tool install`, and return what does not work."""
    return _install(
        lambda wheel: ["uv", "tool", "install", "--python", sys.executable, wheel],
        lambda folder: {"UV_TOOL_DIR": f"{folder}/tools", "UV_TOOL_BIN_DIR": f"{folder}/bin"},
    )


def check_pipx() -> list[str]:
    """Install the wheel with `pipx install`, and return what does not work."""
    return _install(
        lambda wheel: ["pipx", "install", "--python", sys.executable, wheel],
        lambda folder: {"PIPX_HOME": f"{folder}/tools", "PIPX_BIN_DIR": f"{folder}/bin"},
    )


def _install(command: Callable[[str], list[str]], settings: Callable[[str], Mapping[str, str]]) -> list[str]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        wheel = _make_wheel(folder)
        own = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LIBRARY_"))}
        own |= {"XDG_STATE_HOME": f"{name}/state", "NO_MKDOCS_2_WARNING": "1", **settings(name)}
        subprocess.run(command(str(wheel)), env=own, check=True)
        library = shutil.which("library", path=f"{name}/bin")
        if library is None:
            return ["the command library was not installed"]
        faults = []
        answers = ("--name", "Ashdale Board", "--area", "Ashdale", "--no-input")
        for arguments, statuses in (
            (("--version",), (0,)),
            (("init", "Ashdale reviews", *answers), (0,)),
            (("build", "--root", "Ashdale reviews", "--check"), (0, 1)),  # 1: warnings about what only people know
            (("schema", "--root", "Ashdale reviews"), (0,)),
            (("explain", "V302"), (0,)),
            (("docs", "records", "--no-browser"), (0,)),
        ):
            done = subprocess.run([library, *arguments], cwd=folder, env=own, check=False)
            if done.returncode not in statuses:
                faults.append(f"library {' '.join(arguments)}: exit status {done.returncode}")
        if not (folder / "Ashdale reviews" / "site" / "index.html").is_file():
            faults.append("the site was not written")
        return faults


def _make_wheel(folder: Path) -> Path:
    """Build the wheel from a copy, because setuptools writes into the folder that it builds."""
    sources = folder / "sources"
    for name in ("generator", "overrides", "docs"):
        shutil.copytree(REPOSITORY / name, sources / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(REPOSITORY / name, sources)
    return make_wheel(sources, folder / "wheel")


CHECKS: Final = {"platforms": check_platforms, "uv": check_uv, "pipx": check_pipx, "start": check_start}

if __name__ == "__main__":
    found = [fault for name in sys.argv[1:] for fault in CHECKS[name]()]
    print("\n".join(found) or "All is well.")
    sys.exit(bool(found))
