"""The sheet of a swept batch: its window, its grid, and running winners again."""
