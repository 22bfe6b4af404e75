"""Checks permanent addresses: redirects and published addresses are compared with the current site."""

from generator.permalinks.duplicate_entries import check_entries
from generator.permalinks.letter_case import check_letter_case
from generator.permalinks.live_addresses import LiveAddresses
from generator.permalinks.new_entries import LEDGER, LedgerUpdate, add_new_entries
from generator.permalinks.record_redirects import with_record_redirects
from generator.permalinks.redirect_errors import check_redirects, problem_of_redirect, redirect_key
from generator.permalinks.redirect_targets import check_redirect_ends
from generator.permalinks.redirects_of_drafts import check_redirects_of_drafts
from generator.permalinks.removed_addresses import check_missing_addresses
from generator.permalinks.removed_lines import check_history
from generator.permalinks.replaced_documents import check_replaced_documents

__all__ = [
    "LEDGER",
    "LedgerUpdate",
    "LiveAddresses",
    "add_new_entries",
    "check_entries",
    "check_history",
    "check_letter_case",
    "check_missing_addresses",
    "check_redirect_ends",
    "check_redirects",
    "check_redirects_of_drafts",
    "check_replaced_documents",
    "problem_of_redirect",
    "redirect_key",
    "with_record_redirects",
]
