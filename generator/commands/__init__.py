"""What each command does. Start with `build`, which runs every stage. Only commands call the stages."""
