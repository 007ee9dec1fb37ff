"""What runs in the measured process: the app itself, and one scenario beside it."""
