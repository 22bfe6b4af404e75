"""Located values in; records and everything that is wrong with them out. Pure: no files, no clock."""

from generator.validate.records import validate
from generator.validate.rules.assets import check_assets
from generator.validate.rules.identity import check_documents, check_pictures
from generator.validate.shapes import shape

__all__ = ["check_assets", "check_documents", "check_pictures", "shape", "validate"]
