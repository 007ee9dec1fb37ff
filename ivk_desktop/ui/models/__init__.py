"""The model manager: what is installed, installing, and the install queue."""
