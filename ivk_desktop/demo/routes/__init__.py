"""The calls of the demo server, one module for each resource."""
