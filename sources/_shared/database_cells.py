"""How a value of a database is written in a supplier's own CSV export.

The supplier's style of days, moments, yes and no comes from its contract. Reading
tables belongs to ``database.py``.
"""

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from sources._shared.contract import ColumnType, CsvFormat

HERE = ZoneInfo("Europe/London")  # a moment with a zone is told by our clocks


def write_cell(value: object, kind: ColumnType, form: CsvFormat) -> str:
    """Return a value as the supplier's export writes it; null is empty.

    Args:
        value: What the database's driver gave.
        kind: What the contract promises of the column: a moment in a column of days is
            written as its day, 0 and 1 in one of booleans as its words.
        form: How the supplier writes its tables.
    """
    if value is None:
        return ""
    if isinstance(value, bool) or (kind == "boolean" and value in (0, 1)):
        return form.booleans[0 if value else 1]
    if isinstance(value, date):  # a datetime is a date too
        return _write_moment(value, kind, form)
    if isinstance(value, (float, Decimal)):
        return _write_number(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex()
    return str(value)


def _write_moment(value: date, kind: ColumnType, form: CsvFormat) -> str:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    if moment.tzinfo is not None:
        moment = moment.astimezone(HERE)
    is_day = kind != "timestamp" and moment is not value
    if kind == "date" or is_day:
        return moment.strftime(form.date_formats[0])
    styles = form.timestamp_formats or ["%Y-%m-%d %H:%M:%S"]
    return moment.strftime(styles[0])


def _write_number(value: float | Decimal) -> str:
    """Return a number without an exponent; 7.0, a whole number's key, is 7."""
    number = Decimal(str(value))
    if number.is_finite() and number == number.to_integral_value():
        number = number.quantize(Decimal(1)) if abs(number) < 10**27 else number
    return format(number, "f")
