"""The lanes: one card a device of every server."""
