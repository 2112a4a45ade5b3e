"""The two gates of the road, and the age of what suppliers sent."""
