"""A site in a git repository, and the repository that it is shared in: real git, no network."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git, and return what it prints."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def share(root: Path, shared: Path) -> None:
    """Commit a site as Ann, and share it in a bare repository in the folder `shared`, which does not exist yet."""
    (root / ".gitignore").write_text(".cache/\nsite/\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Ann")
    git(root, "config", "user.email", "ann@library.example")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "The library")
    git(root, "clone", "-q", "--bare", str(root), str(shared))
    git(root, "remote", "add", "origin", str(shared))
    git(root, "fetch", "-q")
