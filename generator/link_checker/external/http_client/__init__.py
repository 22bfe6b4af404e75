"""The process in which LinkChecker runs. No other part of the generator imports LinkChecker or requests."""
