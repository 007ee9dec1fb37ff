"""Other kinds of server, to try the window with and to test it: see ``--kind``."""
