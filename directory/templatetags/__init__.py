"""Template tags every template may use without loading them."""
