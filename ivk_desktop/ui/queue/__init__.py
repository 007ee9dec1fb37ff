"""The queue under the pictures."""
