"""Located values in; records and everything that is wrong with them out. Pure: no files, no clock."""

from generator.validate.records import validate

__all__ = ["validate"]
