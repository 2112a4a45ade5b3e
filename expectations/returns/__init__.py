"""Suites over returns, held before anything is written."""
