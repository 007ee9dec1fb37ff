"""Pure data and rules: no Qt, no I/O, no clock of its own, no sentences."""
