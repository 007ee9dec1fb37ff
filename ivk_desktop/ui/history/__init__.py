"""The history window: what was submitted and seen on all servers."""
