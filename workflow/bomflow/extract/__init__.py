"""One drawing in, one record out, in a process of its own."""
