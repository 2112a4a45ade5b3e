"""What every return needs: versions that are never changed, and their manifests."""
