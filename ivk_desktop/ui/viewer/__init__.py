"""Looking closely: one picture, several beside each other, and what they were made of."""
