"""The command line: arguments in, text and an exit status out."""

from generator.cli.interrupts import SilentInterrupt, end_like_ctrl_c

with SilentInterrupt():
    import gc

    # The imports make thousands of objects that stay: looking for garbage among them takes a tenth of their time.
    gc.disable()
    import os
    import sys
    from contextlib import suppress
    from typing import NoReturn

    # Without this, pydantic searches every installed package for plugins at each start. This command uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from generator.cli.first_start import announce_first_start

    announce_first_start()

    from generator.cli.console_encoding import set_output_encoding
    from generator.cli.main import main
    from generator.system import exempt_existing_objects, remove_temporary_caches

    exempt_existing_objects()
    gc.enable()

__all__ = ["main", "run"]


def run() -> NoReturn:
    """Run the command and end the process.

    `os._exit` skips the deallocation of thousands of records, which would only delay the end.
    """
    status: int | str | None = 1
    set_output_encoding()
    end_like_ctrl_c()
    try:
        main()
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt:
        status = 130  # the exit status that shells use after Ctrl+C
    remove_temporary_caches()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):
            stream.flush()
    os._exit(status if isinstance(status, int) else int(bool(status)))
