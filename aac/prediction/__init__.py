"""Our own predictor: a language's tables, what this person said before, and what they mean."""

import os

# Before numpy is imported: its matrices are small here, and threads that wait for a busy processor
# made one answer in twenty take longer than 5 ms.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ.get("OPENBLAS_NUM_THREADS", "1")
