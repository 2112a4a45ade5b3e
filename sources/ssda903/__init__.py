"""The looked-after children return SSDA903 as its CSV set."""
