"""The police's weekly reports from Niche RMS."""
