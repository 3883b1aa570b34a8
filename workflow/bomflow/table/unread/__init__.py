"""Lists that are there and were not read: pictures, outlines, slanted text, unknown words."""
