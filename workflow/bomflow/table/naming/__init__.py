"""Columns named by what they hold, and what speaks against the names."""
