"""The quarterly KPI return of the Youth Justice Board."""
