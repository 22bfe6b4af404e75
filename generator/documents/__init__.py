"""A Library in; the same with the files that readers take away: cleaned copies, print sheets, pictures of first pages."""
