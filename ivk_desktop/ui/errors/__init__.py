"""The error centre: what failed, why, what helps, and how to try again."""
