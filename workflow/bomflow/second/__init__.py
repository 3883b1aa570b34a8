"""A second, independent reading of tables that the first one left suspect.

Independent means: another engine decodes the text (pdfminer), another library makes words and cells
of it (pdfplumber), and columns and rows follow from the body (rulings, else rivers of white between
the words) instead of from the header. Only the drawn lines, the visible words and the spellings of
headers are common property. The better-proven reading wins; see bomflow.second.choice.
"""
