"""What each code stands for, by what it is about."""
