"""The window of the workflow library."""
