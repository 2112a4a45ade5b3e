"""The ledger of issues: every record that breaks a rule, from first sight to mended."""
