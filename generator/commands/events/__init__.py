"""One function for each thing that happens to a review. Each returns a planned change; nothing is written yet."""

from generator.commands.events.additions import plan_bulletin, plan_menu_entry, plan_redirect, plan_theme
from generator.commands.events.document_replacement import plan_document_replacement
from generator.commands.events.renaming import plan_renaming
from generator.commands.events.status_changes import plan_archiving, plan_publishing, plan_scheduling, plan_status

__all__ = [
    "plan_archiving",
    "plan_bulletin",
    "plan_document_replacement",
    "plan_menu_entry",
    "plan_publishing",
    "plan_redirect",
    "plan_renaming",
    "plan_scheduling",
    "plan_status",
    "plan_theme",
]
