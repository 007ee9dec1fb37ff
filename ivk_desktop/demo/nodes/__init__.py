"""The node types of the demo server: what they are called, take, give and do."""
