"""Tell people what went wrong or is due: by mail, by webhook, never twice the same."""
