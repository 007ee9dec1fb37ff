"""The stage: the live preview, the results and the pictures of one board."""
