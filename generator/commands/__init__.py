"""What each command does: `build` is the story, and is read first. Nothing else calls the stages."""
