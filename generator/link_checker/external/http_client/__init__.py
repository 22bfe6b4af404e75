"""The process in which LinkChecker asks. Nothing else of the generator imports LinkChecker or requests."""
