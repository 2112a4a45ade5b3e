-- whether the old person records of a child are of one child by themselves, without the
-- new record, which would join any two
create or replace table rehearsal.one_child as
select
    persons.child_id,
    count(*) = count(records.nhs_number)
    and count(distinct records.nhs_number) = 1
    or count(*) = count(records.upn) and count(distinct records.upn) = 1
    or count(*) = count(records.pnc_number) and count(distinct records.pnc_number) = 1
    or count(*) = count(
        records.surname_key || records.forename_key || records.birth_date
    ) and count(distinct (
        records.surname_key, records.forename_key, records.birth_date
    )) = 1 as is_one_child
from old.persons as persons
cross join rehearsal.asked
inner join intermediate.int_identity__records as records
    on
        asked.old_supplier = records.supplier
        and persons.record_key = records.supplier_person_id
group by persons.child_id
