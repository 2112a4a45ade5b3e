"""Shape the rows of one roll of one school census, in the export's own clothes.

Dates such as 2024-Sep-09 00:00:00, floats such as 142.0 and True or False belong here.
Who is on the roll does not.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from simulation.chance import draw, draw_hex, pick
from simulation.suppliers import _shape

STAMP = "%Y-%b-%d 00:00:00"
AUTUMN_START = 9  # the academic year begins in September
SCHOOL_AGE = 4  # on 31 August: reception
SEX = {"1": "M", "2": "F"}
ORDER_COLUMN = {"onroll": "pupilonroll", "offroll": "pupilnolongeronroll"}


@dataclass(frozen=True)
class Shape:
    """Shapes the tables of one roll (onroll or offroll) of one census."""

    seed: int
    label: str
    day: date
    roll: str

    def pupils(self, pupils: pd.DataFrame) -> pd.DataFrame:
        """Return pupilonroll or pupilnolongeronroll; columns not named stay blank."""
        possible = 120 + draw(pupils["child"], self.seed, self.label) * 20
        frame = self._identify(pupils) | self._count_sessions(possible, pupils)
        if self.roll == "onroll":
            frame |= self._describe_schooling(pupils)
        else:
            frame["leavingdate"] = _shape.format_dates(pupils["end_date"], STAMP)
            frame["ncyearleaving"] = self._find_year_groups(pupils)
        return pd.DataFrame(frame, index=pupils.index)

    def addresses(self, pupils: pd.DataFrame) -> pd.DataFrame:
        """Return one current address per pupil."""
        table = f"addresses{self.roll}"
        frame = self._key(pupils, table, np.ones(len(pupils), dtype=np.int64))
        frame["uniquepropertyreferencenumber"] = "-1.0"
        frame["postcode"] = pupils["postcode"]
        return pd.DataFrame(frame, index=pupils.index)

    def exclusions(self, excluded: pd.DataFrame) -> pd.DataFrame:
        """Return one row per suspension or permanent exclusion."""
        numbers = excluded.groupby(["child", "school"]).cumcount() + 1
        starts = _shape.format_dates(excluded["excluded_on"], STAMP)
        frame = self._key(excluded, f"termlyexclusions{self.roll}", numbers.to_numpy())
        frame["startdate"] = starts
        frame["sessions"] = excluded["sessions"].astype("float64").astype("str")
        frame["reason1"] = excluded["reason"]
        frame["category"] = excluded["category"]
        frame["senprovision"] = ""
        return pd.DataFrame(frame, index=excluded.index)

    def sessions(self, pupils: pd.DataFrame) -> pd.DataFrame:
        """Return sessions missed by reason, for the third who missed any."""
        chance = draw(pupils["child"], self.seed, f"{self.label} absence")
        absent = pupils[chance < 1 / 3]
        ones = np.ones(len(absent), dtype=np.int64)
        frame = self._key(absent, f"termlysessiondetails{self.roll}", ones)
        missed = 1 + np.floor(chance[chance < 1 / 3] * 60)
        frame["sessions"] = missed.astype("str")
        frame["attendancereason"] = pick(
            list("IIIMOG"), absent["child"], self.seed, f"{self.label} reason"
        )
        return pd.DataFrame(frame, index=absent.index)

    def _identify(self, pupils: pd.DataFrame) -> dict:
        unsure = pick(["M", "F"], pupils["child"], self.seed, "school census sex")
        return {
            f"{ORDER_COLUMN[self.roll]}tableid": pupils["table_id"],
            "NativeId": pupils["school"],
            "dob": _shape.format_dates(pupils["birth_date"], STAMP),
            "surname": _shape.blur_surnames(pupils, self.seed, "school census"),
            "forename": _shape.blur_forenames(
                pupils, pupils["may_blur"], self.seed, "school census"
            ),
            "middlenames": _shape.invent_middle_names(pupils, self.seed),
            "preferredsurname": pupils["surname"],
            "upn": pupils["upn"],
            "formerupn": pupils["former_upn"],
            "sex": pupils["sex"].map(SEX).fillna(pd.Series(unsure, pupils.index)),
            "entrydate": _shape.format_dates(pupils["start_date"], STAMP),
            f"{ORDER_COLUMN[self.roll]}orderseqcolumn": "1",
            "sourceid": self._make_ids(pupils, "source id"),
            "schoolcensustableid": self._make_ids(pupils, "census table id"),
            "parttime": "False",
            "boarder": "N",
            "language": "ENG",
        }

    def _describe_schooling(self, pupils: pd.DataFrame) -> dict:
        # a tenth of pupils without SEND are left blank, as in the real export
        chance = draw(pupils["child"], self.seed, "school census blank sen")
        is_blank = (pupils["provision"] == "N") & (chance < 1 / 10)
        return {
            "schoollunchtaken": np.where(chance < 1 / 2, "True", "False"),
            "topupfunding": np.where(pupils["provision"] == "E", "True", "False"),
            "senunitindicator": "False",
            "resourcedprovisionindicator": "False",
            "servicechild": "N",
            "enrolstatus": "C",
            "senprovision": pupils["provision"].mask(is_blank, ""),
            "ncyearactual": self._find_year_groups(pupils),
        }

    def _count_sessions(self, possible: np.ndarray, pupils: pd.DataFrame) -> dict:
        chance = draw(pupils["child"], self.seed, f"{self.label} sessions")
        return {
            "termlysessionspossible": np.floor(possible).astype("str"),
            "termlysessionsauthorised": np.floor(6 + chance * 5).astype("str"),
            "termlysessionsunauthorised": np.where(
                chance < 3 / 4, "", np.floor(2 + chance * 3).astype("str")
            ),
        }

    def _find_year_groups(self, pupils: pd.DataFrame) -> pd.Series:
        """Return the national curriculum year: R, 1 to 14, N2 for the younger."""
        start = self.day.year - (self.day.month < AUTUMN_START)
        births = pupils["birth_date"].dt
        ages = start - births.year - (births.month >= AUTUMN_START)
        years = (ages - SCHOOL_AGE).clip(upper=14)
        names = years.astype("str").mask(years == 0, "R")
        return names.mask(years < 0, "N2")

    def _key(self, rows: pd.DataFrame, table: str, numbers: np.ndarray) -> dict:
        keys = rows["child"] * 1000 + numbers
        ids = draw_hex(keys, self.seed, f"{self.label} {table}")
        return {
            f"{ORDER_COLUMN[self.roll]}tableid": rows["table_id"],
            "NativeId": rows["school"],
            f"{table}tableid": pd.Series(ids, rows.index, "str").str[:8],
            f"{table}orderseqcolumn": pd.Series(numbers, rows.index).astype("str"),
            "sourceid": self._make_ids(rows, "source id"),
        }

    def _make_ids(self, rows: pd.DataFrame, purpose: str) -> pd.Series:
        ids = draw_hex(rows["child"], self.seed, f"{self.label} {purpose}")
        return pd.Series(ids, rows.index, "str").str[:8]
