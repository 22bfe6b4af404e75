"""What leaves the library by other ways than its pages: a bulletin to send, the chapter of a year."""
