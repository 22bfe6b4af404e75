"""System services that several layers use, independent of the subject: processes, files, the cache, memory."""

from generator.system.atomic_write import make_folders, remove_stale_temp_dirs, write_atomically
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
from generator.system.cache_location import remove_temporary_caches, usable_cache
from generator.system.cache_pruning import prune_old_files, time_of_change
from generator.system.cached_folder import finished_folders, make_temp_folder, move_into_place
from generator.system.file_errors import file_fault, told_of
from generator.system.file_fingerprints import Stamp, fingerprint_files, package_fingerprint, stamp_of
from generator.system.file_lock import lock_file
from generator.system.file_transaction import (
    STAGING,
    FileTransaction,
    PartlyWrittenError,
    remove_staging_leftovers,
    write_together,
)
from generator.system.gc_pause import collect_new_objects, exempt_existing_objects, gc_disabled
from generator.system.git import GitState, find_refused_repository, git_state, repository_of, run_git
from generator.system.git_program import GitAnswer, GitProgram, has_git
from generator.system.lazy_pattern import LazyPattern
from generator.system.network_drives import network_drive_of
from generator.system.package_docs import find_package_docs
from generator.system.package_theme import find_package_theme
from generator.system.source_files import create_source, replace_sources
from generator.system.state_folder import private_folder, site_state_folder, state_folder
from generator.system.worker_process import (
    WorkerError,
    WorkerProcess,
    WorkerStoppedError,
    WorkerTimeoutError,
    describe_exit,
    is_killed,
    open_answers,
)

__all__ = [
    "CHECKSUMS",
    "STAGING",
    "CachedFiles",
    "FileTransaction",
    "GitAnswer",
    "GitProgram",
    "GitState",
    "LazyPattern",
    "PartlyWrittenError",
    "Stamp",
    "WorkerError",
    "WorkerProcess",
    "WorkerStoppedError",
    "WorkerTimeoutError",
    "cache_folder",
    "collect_new_objects",
    "content_digest",
    "create_source",
    "describe_exit",
    "discard",
    "exempt_existing_objects",
    "file_fault",
    "find_package_docs",
    "find_package_theme",
    "find_refused_repository",
    "fingerprint_files",
    "finished_folders",
    "gc_disabled",
    "git_state",
    "has_git",
    "is_killed",
    "lock_file",
    "make_folders",
    "make_temp_folder",
    "make_way",
    "move_into_place",
    "network_drive_of",
    "open_answers",
    "package_fingerprint",
    "private_folder",
    "prune_old_files",
    "read_cached",
    "read_checksums",
    "remove_staging_leftovers",
    "remove_stale_temp_dirs",
    "remove_temporary_caches",
    "rename_unless_finished",
    "replace_sources",
    "repository_of",
    "run_git",
    "site_state_folder",
    "stamp_of",
    "state_folder",
    "time_of_change",
    "told_of",
    "usable_cache",
    "write_atomically",
    "write_cached",
    "write_checksums",
    "write_together",
]
