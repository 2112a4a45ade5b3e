"""One module per command, ``<name>.py``, each exporting ``command``."""
