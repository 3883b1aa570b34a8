"""Rule extract: one attempt at one drawing, see bomflow.extract.worker.

Options come as "--name value" pairs; argparse would cost more than it gives, once per drawing.
"""

import os
import sys

from bomflow.extract.worker import Job, run_attempt


def main(arguments: list[str]) -> int:
    options = dict(zip(arguments[::2], arguments[1::2], strict=True))
    relative = options["--file"]
    return run_attempt(
        Job(
            pdf=os.path.join(options["--input-dir"], relative),
            filename=os.fsencode(relative).decode("utf-8", "backslashreplace"),
            doc_id=options["--doc-id"],
            results=options["--results"],
            key=options["--key"],
            settings=options["--settings"],
            memory_mb=int(options["--memory-mb"]),
            timeout_s=float(options["--timeout-s"]),
            max_file_size_mb=float(options["--max-file-size-mb"]),
            retries=int(options["--retries"]),
            attempt=int(options["--attempt"]),
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
