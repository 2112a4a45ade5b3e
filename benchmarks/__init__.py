"""How fast and how big: the road, its steps and the commands people wait for."""
