"""The preferences: pages that apply at once."""
