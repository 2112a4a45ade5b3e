"""An invented service with known truth, written in every supplier's own shape."""
