"""ivk_desktop: watch generation servers and submit their workflows from a native window."""

__version__ = "0.1.0"
