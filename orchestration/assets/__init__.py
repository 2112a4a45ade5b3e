"""Asset modules, one per step of the road."""
