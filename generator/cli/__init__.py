"""Arguments in, text and exit status out; nothing else."""

from generator.cli.interrupts import EndingSilently

with EndingSilently():
    import os
    import sys
    from contextlib import suppress
    from typing import NoReturn

    # pydantic would look through every installed package for plugins at each start; this command has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from generator.cli.main import main
    from generator.system import remove_temporary_caches

__all__ = ["main", "run"]


def run() -> NoReturn:
    """The command as a process of its own. It ends at once: taking thousands of records apart first helps nobody."""
    status: int | str | None = 1
    try:
        main()
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt:
        status = 130  # as shells say of a command that Ctrl+C has ended
    remove_temporary_caches()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):
            stream.flush()
    os._exit(status if isinstance(status, int) else int(bool(status)))
