"""Varying a field: its menu, the dialog that makes values, what stands in the field's place."""
