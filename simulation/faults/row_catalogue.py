"""The faults of single rows: which cell is spoilt, how, and what must follow.

The list belongs here. Finding the files and writing into them does not.
"""

from dataclasses import dataclass

REFUSED = "value refused and listed; the rest of the row lands"
NOT_FILLED = "row quarantined: a required id is missing"
WRONG_WIDTH = "row quarantined: it has not as many cells as the heading"
UNKNOWN = "row lands; the unknown code is listed as a finding"
NO_LINK = "row lands; the identifier fails its check and links nobody"
ORPHAN = "row lands; it is listed as belonging to nobody"

CUT_OFF = "cut off"  # stands for a value: the row ends in its middle
SURPLUS = "surplus"  # stands for a value: the row has a cell too many
BAD_FIRST = "bad first"  # stands for a value: its first letter becomes an I
BAD_LAST = "bad last"  # stands for a value: its last letter becomes an I
NEVER_A_CHECK_LETTER = "I"


@dataclass(frozen=True)
class RowFault:
    """One way to spoil a row of the newest file that fits ``pattern``.

    Only rows that have something in ``column`` are spoilt. CUT_OFF and SURPLUS spoil
    the whole row; BAD_FIRST and BAD_LAST change one letter, so that the spoilt
    identifiers of two children stay different.
    """

    supplier: str
    pattern: str
    fault: str
    column: str
    value: str
    what_should_happen: str


def _list_faults(
    supplier: str, *rows: tuple[str, str, str, str, str]
) -> list[RowFault]:
    return [RowFault(supplier, *row) for row in rows]


CORE_PLUS = _list_faults(
    "core_plus",
    ("PERSON_[0-9]*", "date_is_no_date", "DATE_OF_BIRTH", "31/02/2010", REFUSED),
    (
        "PERSON_[0-9]*",
        "missing_birth_date",
        "DATE_OF_BIRTH",
        "",
        "row lands; the child has no age and is listed as a finding",
    ),
    ("PERSON_[0-9]*", "bad_check_digit", "NHS_NUMBER", "9434765918", NO_LINK),
    ("OFFENCE_[0-9]*", "missing_required_id", "OFFENCE_ID", "", NOT_FILLED),
    ("OFFENCE_[0-9]*", "number_is_no_number", "SERIOUSNESS", "three", REFUSED),
    ("OFFENCE_OUTCOME_*", "unknown_code", "LEGAL_OUTCOME", "Stern talking-to", UNKNOWN),
    ("OFFENCE_OUTCOME_*", "orphan_row", "PERSON_ID", "99999999", ORPHAN),
    (
        "INTERVENTION_PROGRAMME_*",
        "date_is_no_date",
        "START_DATE",
        "13.2.24 ca.",
        REFUSED,
    ),
    ("PERSON_ETE_*", "unknown_code", "PROVISION_TYPE", "Home skooling", UNKNOWN),
    ("PERSON_ETE_*", "cut_off_row", "PERSON_ID", CUT_OFF, WRONG_WIDTH),
    ("PERSON_ACCOMMODATION_*", "surplus_cell", "PERSON_ID", SURPLUS, WRONG_WIDTH),
    ("PERSON_ACCOMMODATION_*", "unknown_boolean", "IS_PRIMARY", "Perhaps", REFUSED),
    ("HEARING_[0-9]*", "date_is_no_date", "HEARING_DATE", "2024-13-45", REFUSED),
)
NICHE = _list_faults(
    "niche",
    ("NICHE_NOMINALS_*", "date_is_no_date", "DOB", "00/00/2009", REFUSED),
    ("NICHE_NOMINALS_*", "missing_required_id", "NOMINAL_ID", "", NOT_FILLED),
    ("NICHE_NOMINALS_*", "bad_check_letter", "PNCID", BAD_LAST, NO_LINK),
    ("NICHE_OCCURRENCES_*", "number_is_no_number", "OUTCOME_TYPE", "XX", REFUSED),
    ("NICHE_OCCURRENCES_*", "orphan_row", "NOMINAL_ID", "N1", ORPHAN),
    (
        "NICHE_OCCURRENCES_*",
        "date_is_no_date",
        "OFFENCE_DATE",
        "9/31/2024 12:00:00 AM",
        REFUSED,
    ),
    ("NICHE_CUSTODY_*", "cut_off_row", "CUSTODY_REF", CUT_OFF, WRONG_WIDTH),
)
SCHOOL_CENSUS = _list_faults(
    "school_census",
    ("*_pupilonroll.csv", "date_is_no_date", "dob", "2009-Feb-30 00:00:00", REFUSED),
    ("*_pupilonroll.csv", "bad_check_letter", "upn", BAD_FIRST, NO_LINK),
    ("*_pupilonroll.csv", "unknown_code", "senprovision", "Q", UNKNOWN),
    ("*_pupilonroll.csv", "unknown_boolean", "parttime", "Perhaps", REFUSED),
    ("*_addressesonroll.csv", "missing_required_id", "NativeId", "", NOT_FILLED),
    ("*_addressesonroll.csv", "surplus_cell", "NativeId", SURPLUS, WRONG_WIDTH),
    (
        "*_termlysessiondetailsonroll.csv",
        "number_is_no_number",
        "sessions",
        "l4.O",
        REFUSED,
    ),
)
SSDA903 = _list_faults(
    "ssda903",
    ("header_*", "bad_check_letter", "UPN", BAD_FIRST, NO_LINK),
    ("header_*", "date_is_no_date", "DOB", "30/02/2010", REFUSED),
    ("episodes_*", "missing_required_id", "DECOM", "", NOT_FILLED),
    ("episodes_*", "unknown_code", "LS", "ZZ", UNKNOWN),
    ("episodes_*", "cut_off_row", "CHILD", CUT_OFF, WRONG_WIDTH),
    ("reviews_*", "surplus_cell", "CHILD", SURPLUS, WRONG_WIDTH),
)
SYSTMONE = _list_faults(  # into the bulk set: the deltas are packed
    "systmone",
    ("SRE_*/SRPatient.csv", "bad_check_digit", "NHSNumber", "9434765918", NO_LINK),
    ("SRE_*/SRPatient.csv", "date_is_no_date", "DateBirth", "not known", REFUSED),
    ("SRE_*/SRReferralIn.csv", "missing_required_id", "IDReferralIn", "", NOT_FILLED),
    ("SRE_*/SREvent.csv", "orphan_row", "IDPatient", "1", ORPHAN),
    ("SRE_*/SREvent.csv", "date_is_no_date", "EventDate", "31 Jun 2023", REFUSED),
)
ROW_FAULTS = [*CORE_PLUS, *NICHE, *SCHOOL_CENSUS, *SSDA903, *SYSTMONE]
