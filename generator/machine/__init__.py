"""What several floors ask of the computer itself, and nothing of the field: processes, files written whole, memory."""

from generator.machine.file_lock import file_lock
from generator.machine.file_transaction import (
    STAGING,
    FileTransaction,
    PartlyWrittenError,
    remove_staging_leftovers,
    write_together,
)
from generator.machine.forgetting import forget_unused
from generator.machine.git import ask_git
from generator.machine.stamps import hash_stamps, package_stamp
from generator.machine.two_hands import with_two_hands
from generator.machine.undisturbed import undisturbed
from generator.machine.whole_files import remove_leftovers, write_whole

__all__ = [
    "STAGING",
    "FileTransaction",
    "PartlyWrittenError",
    "ask_git",
    "file_lock",
    "forget_unused",
    "hash_stamps",
    "package_stamp",
    "remove_leftovers",
    "remove_staging_leftovers",
    "undisturbed",
    "with_two_hands",
    "write_together",
    "write_whole",
]
