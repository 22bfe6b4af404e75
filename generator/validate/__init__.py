"""Located values in; records and everything that is wrong with them out. Pure: no files, no clock."""

from generator.validate.records import validate
from generator.validate.shapes import shape

__all__ = ["shape", "validate"]
