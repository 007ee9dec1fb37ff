"""The sidebar: open workflows, the library, boards and models under one filter."""
