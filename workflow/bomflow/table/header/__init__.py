"""Header cells: what their words mean, and which of them stand in one header."""
