"""The page of one server: what it is, what it costs, and how it is looked after."""
