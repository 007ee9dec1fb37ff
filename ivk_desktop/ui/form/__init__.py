"""Form editors: one small module a kind of field."""
