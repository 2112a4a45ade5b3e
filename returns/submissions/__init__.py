"""A submission: one written version of a return, from its check to its sending."""
