"""The event log: what a server sends, as it came."""
