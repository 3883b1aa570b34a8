"""From a header to its rows: how far the list goes, lines into rows, headings, sums."""
