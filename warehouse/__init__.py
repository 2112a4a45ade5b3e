"""Where the bytes rest: paths, landing, the build file, publishing, state."""
