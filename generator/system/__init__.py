"""What several floors ask of the computer itself, and nothing of the field: processes, files, the cache, memory."""

from generator.system.atomic_write import remove_leftovers, write_whole
from generator.system.cache_file import (
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
from generator.system.cache_folder import remove_temporary_caches, usable_cache
from generator.system.cache_pruning import forget_unused, time_of_change
from generator.system.file_errors import file_fault, told_of
from generator.system.file_fingerprints import Stamp, hash_stamps, package_stamp, stamp_of
from generator.system.file_lock import file_lock
from generator.system.file_transaction import (
    STAGING,
    FileTransaction,
    PartlyWrittenError,
    remove_staging_leftovers,
    write_together,
)
from generator.system.gc_pause import undisturbed
from generator.system.git import ask_git
from generator.system.process_pool import with_two_hands
from generator.system.source_files import create_source, replace_sources

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
