"""Which columns of the models are made from which columns of what was sent."""
