"""Parts of a list that print no header: beside it, below it, on the next page, on their own."""
