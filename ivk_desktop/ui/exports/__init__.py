"""Saving of results by themselves: its page of the preferences, and its place in the status bar."""
