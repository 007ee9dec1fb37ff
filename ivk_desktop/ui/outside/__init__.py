"""What the person learns while the window is not looked at, and what the desktop is asked for."""
