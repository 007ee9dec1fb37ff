"""An InvokeAI server behind the Backend protocol."""
