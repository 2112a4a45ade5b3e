"""Two case systems held side by side before the service changes from one to the other."""
