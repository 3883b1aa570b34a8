"""Which words are of which column."""
