"""The headings of a school census export, as the real autumn 2024 export has them.

Names and order of columns belong here, letter for letter. What is written under them
does not. `addressesonroll` is ours: the real sample lacks it, and without it no pupil
on roll would have a postcode.
"""

_COLUMNS = {
    "addressesoffroll": (
        "pupilnolongeronrolltableid NativeId addressesoffrolltableid "
        "addressesoffrollorderseqcolumn sourceid uniquepropertyreferencenumber "
        "postcode"
    ),
    "addressesonroll": (
        "pupilonrolltableid NativeId addressesonrolltableid "
        "addressesonrollorderseqcolumn sourceid uniquepropertyreferencenumber "
        "postcode"
    ),
    "pupilnolongeronroll": (
        "pupilnolongeronrolltableid NativeId dob surname forename middlenames "
        "preferredsurname formersurname upn formerupn uniquelearnernumber sex "
        "entrydate leavingdate pupilnolongeronrollorderseqcolumn sourceid "
        "schoolcensustableid parttime termlysessionspossible termlysessionsauthorised "
        "termlysessionsunauthorised moveonrollflag missingaddress "
        "summerhalfterm2sessionsauthorised summerhalfterm2sessionspossible "
        "summerhalfterm2sessionsunauthorised qualhrs qualhrspreviousyear "
        "nonqualhrspreviousyear tlevelqualhrs tlevelnonqualhrs nonqualhrs "
        "summerhalfterm2sessionseducational summerhalfterm2sessionsexceptional "
        "summerhalfterm2sessionscoronavirus boarder language ncyearleaving "
        "mathsgcsehighestpriorattainment mathsgcsepriorattainmentyear11 "
        "englishgcsehighestpriorattainment englishgcsepriorattainmentyear11 "
        "mathsgcsefundingexemption englishgcsefundingexemption "
        "mathsgcsehighestpriorattainmentpreviousyear "
        "englishgcsehighestpriorattainmentpreviousyear"
    ),
    "pupilonroll": (
        "pupilonrolltableid NativeId dob surname forename middlenames "
        "preferredsurname formersurname upn formerupn uniquelearnernumber sex "
        "entrydate pupilonrollorderseqcolumn sourceid schoolcensustableid "
        "hoursatsetting schoollunchtaken parttime topupfunding termlysessionspossible "
        "termlysessionsauthorised termlysessionsunauthorised senunitindicator "
        "resourcedprovisionindicator nonqualhrs ftemp qualhrs qualhrspreviousyear "
        "nonqualhrspreviousyear tlevelqualhrs tlevelnonqualhrs moveoffrollflag "
        "fundedhours missingaddress duplicatenotfunded "
        "summerhalfterm2sessionspossible extendedhours eligibilitycode "
        "summerhalfterm2sessionsauthorised summerhalfterm2sessionsunauthorised "
        "dafindicator summerhalfterm2sessionseducational "
        "summerhalfterm2sessionsexceptional summerhalfterm2sessionscoronavirus yssa "
        "servicechild language classtype enrolstatus boarder plaa senprovision "
        "ncyearactual mathsgcsehighestpriorattainment mathsgcsepriorattainmentyear11 "
        "englishgcsehighestpriorattainment englishgcsepriorattainmentyear11 "
        "mathsgcsefundingexemption englishgcsefundingexemption "
        "mathsgcsehighestpriorattainmentpreviousyear "
        "englishgcsehighestpriorattainmentpreviousyear eyppr eyppbf"
    ),
    "termlyexclusionsoffroll": (
        "pupilnolongeronrolltableid NativeId termlyexclusionsoffrolltableid "
        "termlyexclusionsoffrollorderseqcolumn sourceid startdate sessions reason1 "
        "reason2 reason3 category senprovision"
    ),
    "termlyexclusionsonroll": (
        "pupilonrolltableid NativeId termlyexclusionsonrolltableid "
        "termlyexclusionsonrollorderseqcolumn sourceid startdate sessions reason1 "
        "reason2 reason3 category senprovision"
    ),
    "termlysessiondetailsoffroll": (
        "pupilnolongeronrolltableid NativeId termlysessiondetailsoffrolltableid "
        "termlysessiondetailsoffrollorderseqcolumn sourceid sessions attendancereason"
    ),
    "termlysessiondetailsonroll": (
        "pupilonrolltableid NativeId termlysessiondetailsonrolltableid "
        "termlysessiondetailsonrollorderseqcolumn sourceid sessions attendancereason"
    ),
}
COLUMNS = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
