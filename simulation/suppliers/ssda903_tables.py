"""Shape the smaller tables of one looked-after children set: reviews to asylum seekers.

What follows from episodes and birth dates belongs here, with invented answers where
the world holds none. Headers and episodes do not.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from simulation.chance import draw, pick
from simulation.suppliers._shape import format_dates
from simulation.world import OTHER_CHILDREN

DAY = "%d/%m/%Y"
REVIEW_DAYS = (28, 112, *range(295, 4000, 183))  # 20 days, 3 months, then half-yearly
LEAVER_AGES = (17, 21)


@dataclass(frozen=True)
class Tables:
    """Shapes the tables of the set of the year from first to last day."""

    seed: int
    first: date
    last: date

    def reviews(self, due: pd.DataFrame) -> pd.DataFrame:
        """Return the reviews held in the year, on days fixed by the spell's start."""
        spells = self._find_spells(due)
        held = pd.concat(
            [
                spells.assign(review=spells["start_date"] + pd.Timedelta(days=days))
                for days in REVIEW_DAYS
            ]
        ).sort_values(["child", "review"], kind="stable")
        held = held[
            held["review"].between(pd.Timestamp(self.first), pd.Timestamp(self.last))
            & (held["review"] < held["end_date"])
        ]
        frame = self._identify(held)
        frame["REVIEW"] = format_dates(held["review"], DAY)
        codes = ["PN1", "PN2", "PN3", "PN5", "PN7"]
        frame["REVIEW_CODE"] = pick(codes, held["child"], self.seed, "903 review")
        return frame

    def missing(self, due: pd.DataFrame) -> pd.DataFrame:
        """Return one time missing for a tenth of the spells, six weeks in."""
        spells = self._find_spells(due)
        chance = draw(spells["child"], self.seed, "903 missing")
        start = spells["start_date"] + pd.Timedelta(days=42)
        end = start + pd.to_timedelta(np.floor(1 + chance * 100), unit="D")
        is_within = start.between(pd.Timestamp(self.first), pd.Timestamp(self.last))
        chosen = is_within & (chance < 1 / 10) & (end < spells["end_date"])
        frame = self._identify(spells[chosen])
        frame["MISSING"] = np.where(chance[chosen] < 1 / 30, "A", "M")
        frame["MIS_START"] = format_dates(start[chosen], DAY)
        known = end.where(end <= pd.Timestamp(self.last))
        frame["MIS_END"] = format_dates(known[chosen], DAY)
        return frame

    def outcomes(self, due: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
        """Return oc2.csv: children in care for the whole year; the truth if convicted."""
        spells = self._find_spells(due)
        whole_year = spells[
            (spells["start_date"] <= pd.Timestamp(self.first))
            & (spells["end_date"] > pd.Timestamp(self.last))
        ].drop_duplicates("child")
        dates = outcomes["outcome_date"]
        is_of_year = dates.between(pd.Timestamp(self.first), pd.Timestamp(self.last))
        convicted = whole_year["child"].isin(outcomes.loc[is_of_year, "child"])
        chance = draw(whole_year["child"], self.seed, f"903 sdq {self.last.year}")
        scores = np.floor(chance * 40).astype("int64").astype("str")
        frame = self._identify(whole_year)
        frame["SDQ_SCORE"] = np.where(chance < 3 / 4, scores, "")
        frame["SDQ_REASON"] = np.where(chance < 3 / 4, "", "SDQ2")
        frame["CONVICTED"] = convicted.astype("int64").astype("str")
        frame["HEALTH_CHECK"] = frame["IMMUNISATIONS"] = "1"
        frame["TEETH_CHECK"] = np.where(chance < 4 / 5, "1", "0")
        frame["HEALTH_ASSESSMENT"] = "1"
        frame["SUBSTANCE_MISUSE"] = np.where(chance > 19 / 20, "1", "0")
        frame["INTERVENTION_RECEIVED"] = frame["INTERVENTION_OFFERED"] = "0"
        return frame

    def leavers(self, spells: pd.DataFrame) -> pd.DataFrame:
        """Return oc3.csv: who left care after 16 and is 17 to 21 on the last day."""
        left = spells["end_date"] >= spells["birth_date"] + pd.DateOffset(years=16)
        is_gone = left & (spells["end_date"] < pd.Timestamp(self.first))
        ages = (pd.Timestamp(self.last) - spells["birth_date"]).dt.days // 365.25
        leavers = spells[is_gone & (spells["rec"] != "X1") & ages.between(*LEAVER_AGES)]
        leavers = leavers.drop_duplicates("child", keep="last")
        frame = self._identify(leavers)
        child = leavers["child"]
        frame["IN_TOUCH"] = pick(["YES", "YES", "NO"], child, self.seed, "903 touch")
        frame["ACTIV"] = pick(
            ["F2", "F4", "G5", "P1"], child, self.seed, "903 activity"
        )
        frame["ACCOM"] = pick(["B1", "U1", "V1"], child, self.seed, "903 accommodation")
        return frame

    def previous_permanence(self, due: pd.DataFrame) -> pd.DataFrame:
        """Return one row per child who came into care in the year: Z1, none before."""
        is_new = (due["rne"] == "S") & (due["start_date"] >= pd.Timestamp(self.first))
        frame = self._identify(due[is_new].drop_duplicates("child"))
        frame["PREV_PERM"] = "Z1"
        return frame

    def asylum_seekers(self, due: pd.DataFrame) -> pd.DataFrame:
        """Return uasc.csv: a tenth of those new in care and unknown to the service."""
        chance = draw(due["child"], self.seed, "903 uasc")
        is_new = (due["rne"] == "S") & (due["start_date"] >= pd.Timestamp(self.first))
        is_chosen = is_new & (due["child"] >= OTHER_CHILDREN) & (chance < 1 / 10)
        chosen = due[is_chosen].drop_duplicates("child")
        frame = self._identify(chosen)
        frame["SEX"] = chosen["sex"].where(chosen["sex"].isin(["1", "2"]), "1")
        adult = chosen["birth_date"] + pd.DateOffset(years=18)
        frame["DUC"] = format_dates(adult, DAY)
        return frame

    def _find_spells(self, due: pd.DataFrame) -> pd.DataFrame:
        """Return one row per period of care; one still running ends in the far future."""
        far = pd.Timestamp("2200-01-01")
        closed = due.assign(end_date=due["end_date"].fillna(far))
        grouped = closed.groupby(["child", "spell"], as_index=False)
        return grouped.agg(
            start_date=("start_date", "min"),
            end_date=("end_date", "max"),
            birth_date=("birth_date", "first"),
            child_code=("child_code", "first"),
        )

    def _identify(self, rows: pd.DataFrame) -> pd.DataFrame:
        births = format_dates(rows["birth_date"], DAY)
        return pd.DataFrame({"CHILD": rows["child_code"], "DOB": births})
