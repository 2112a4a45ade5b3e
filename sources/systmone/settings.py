"""Named constants of SystmOne's sets: the manifest and how a set is called.

What may be set for this supplier is listed here. Nothing is read here.
"""

import re

MANIFEST = "SRManifest.csv"
SET_NAME = re.compile(r"SRE_(\d{8})", re.IGNORECASE)
