"""What changed between two states of a return, in full and for people."""
