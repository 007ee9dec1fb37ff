"""Transport: everything that talks to a server. No Qt; httpx and python-socketio stay in here."""
