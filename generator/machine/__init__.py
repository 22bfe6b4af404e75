"""What several floors ask of the computer itself, and nothing of the field: processes, files, the cache, memory."""

from generator.machine.cache_file import (
    CHECKSUMS,
    CachedFiles,
    cache_folder,
    content_digest,
    discard,
    make_way,
    read_cached,
    read_checksums,
    rename_unless_finished,
    write_cached,
    write_checksums,
)
from generator.machine.file_faults import file_fault, told_of
from generator.machine.file_lock import file_lock
from generator.machine.file_transaction import (
    STAGING,
    FileTransaction,
    PartlyWrittenError,
    remove_staging_leftovers,
    write_together,
)
from generator.machine.forgetting import forget_unused, time_of_change
from generator.machine.git import ask_git
from generator.machine.source_files import create_source, replace_sources
from generator.machine.stamps import Stamp, hash_stamps, package_stamp, stamp_of
from generator.machine.two_hands import with_two_hands
from generator.machine.undisturbed import undisturbed
from generator.machine.usable_cache import remove_temporary_caches, usable_cache
from generator.machine.whole_files import remove_leftovers, write_whole

__all__ = [
    "CHECKSUMS",
    "STAGING",
    "CachedFiles",
    "FileTransaction",
    "PartlyWrittenError",
    "Stamp",
    "ask_git",
    "cache_folder",
    "content_digest",
    "create_source",
    "discard",
    "file_fault",
    "file_lock",
    "forget_unused",
    "hash_stamps",
    "make_way",
    "package_stamp",
    "read_cached",
    "read_checksums",
    "remove_leftovers",
    "remove_staging_leftovers",
    "remove_temporary_caches",
    "rename_unless_finished",
    "replace_sources",
    "stamp_of",
    "time_of_change",
    "told_of",
    "undisturbed",
    "usable_cache",
    "with_two_hands",
    "write_cached",
    "write_checksums",
    "write_together",
    "write_whole",
]
