"""What has been promised for good, held against what there is: redirects and published addresses."""

from generator.ledger.entries import LEDGER, Added, with_new_entries
from generator.ledger.gone import check_addresses
from generator.ledger.history import check_history
from generator.ledger.record_redirects import with_record_redirects
from generator.ledger.redirect_ends import check_redirect_ends
from generator.ledger.redirects import check_redirects
from generator.ledger.standing import Standing
from generator.ledger.twice import check_entries

__all__ = [
    "LEDGER",
    "Added",
    "Standing",
    "check_addresses",
    "check_entries",
    "check_history",
    "check_redirect_ends",
    "check_redirects",
    "with_new_entries",
    "with_record_redirects",
]
