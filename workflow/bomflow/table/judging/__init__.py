"""Whether what was read is a list of parts."""
