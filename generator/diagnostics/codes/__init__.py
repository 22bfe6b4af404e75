"""The rule of each code: one module per subject."""
