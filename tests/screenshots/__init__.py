"""Pictures of the window in its main states: ``python -m tests.screenshots OUT/``."""
