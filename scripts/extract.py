"""Rule extract: one attempt at one drawing, see bomflow.extract.worker."""

import sys

from bomflow.extract.job import Job
from bomflow.extract.worker import run_job

if __name__ == "__main__":
    sys.exit(run_job(Job.from_options(sys.argv[1:])))
