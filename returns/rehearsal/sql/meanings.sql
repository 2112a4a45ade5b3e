-- texts that mean one thing now and another at another time, or only for the time being
create or replace table rehearsal.meanings as
select distinct
    supplier,
    code_list,
    source_key,
    national_code
from intermediate.int_case__system_codes
qualify bool_or(
    is_interim or is_known_false
    or valid_from > date '0001-01-01' or valid_to < date '9999-12-31'
) over (partition by supplier, code_list, source_key)
