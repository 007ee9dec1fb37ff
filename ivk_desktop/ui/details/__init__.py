"""Details of one queue item: a pane beside the queue, or a window."""
