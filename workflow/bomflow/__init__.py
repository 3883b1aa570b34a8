"""Engineering-drawing PDFs in, one trustworthy parts list out."""

__version__ = "0.1.0"
