"""What two suppliers or more need: the contract model and the readers."""
