"""One page of a PDF as words, rulings and pictures, in points of the displayed page."""
