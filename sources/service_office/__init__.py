"""The service's own tables: board attendance, victims, staff, money, stated figures."""
