"""Working days with England's bank holidays."""
