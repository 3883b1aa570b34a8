"""What speaks for and against a table that was read: figures, cells, places, words around it."""
