"""The case-level return: the national case document of one quarter."""
