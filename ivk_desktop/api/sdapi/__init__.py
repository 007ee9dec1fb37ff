"""Servers that speak ``/sdapi/v1``: AUTOMATIC1111, Forge, reForge, SD.Next."""
