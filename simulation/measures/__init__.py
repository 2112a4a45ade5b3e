"""The truth's figures, worked out from the world by the counting rules, belong here.

Nothing of the warehouse is used: what both say must agree because both are right.
"""
