"""Rule extract: one attempt at one drawing, see bomflow.extract.worker."""

import sys

from bomflow.extract.worker import Job, run_attempt

if __name__ == "__main__":
    sys.exit(run_attempt(Job.from_options(sys.argv[1:])))
