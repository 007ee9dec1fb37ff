"""The commands without a window: ``payload``, ``form``, ``submit``."""
