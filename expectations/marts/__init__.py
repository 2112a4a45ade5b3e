"""Suites over the marts, held before anything is published."""
