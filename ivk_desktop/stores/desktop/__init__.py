"""What the desktop around the window offers: each thing behind a small interface.

Notifications, the taskbar and staying awake; on Linux over DBus, elsewhere by the system's own
calls, and a no-op where there is none.
"""
