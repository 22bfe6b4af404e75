"""Makes the pictures of the handbook from the real program: `python -m tests.handbook_pictures`."""
