"""Looking at what was read, beside the drawing, and feeding corrections back into the next run.

``corrections`` is the file that the review page exports; ``apply`` lays it over a record, in the
merge. ``entries``, ``pictures``, ``render`` and ``page`` make the page itself. The way round: run,
look, export, set ``corrections`` in the configuration, run again.
"""
