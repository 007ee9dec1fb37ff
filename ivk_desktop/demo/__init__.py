"""The built-in demo server, a process of its own; nothing imports it."""
