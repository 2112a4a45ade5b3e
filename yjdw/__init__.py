"""The program ``yjdw``: commands that call plain functions of the other folders."""
