with

records as (

    select * from {{ ref('int_identity__records') }}

),

links as (

    select * from {{ ref('int_identity__links') }}

),

conflicts as (

    select record_number
    from links
    where is_conflict
    union
    select linked_record_number as record_number
    from links
    where is_conflict

),

without_birth_date as (

    select
        case
            when is_birth_date_unreadable then 'DQ-BIRTH-DATE-UNREADABLE'
            else 'DQ-BIRTH-DATE-MISSING'
        end as finding_code,
        *
    from records
    where birth_date is null

),

-- a birth date that nobody knew is often written as the first day of the year
on_first_january as (

    select
        'DQ-BIRTH-DATE-1-JANUARY' as finding_code,
        *
    from records
    where month(birth_date) = 1 and day(birth_date) = 1

),

in_conflict as (

    select
        'DQ-IDENTITY-CONFLICT' as finding_code,
        records.*
    from records
    inner join conflicts on records.record_number = conflicts.record_number

),

all_findings as (

    select * from without_birth_date
    union all
    select * from on_first_january
    union all
    select * from in_conflict

),

identities as (

    select
        finding_code,
        supplier,
        _entity as entity,
        supplier_person_id as unit_id,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from all_findings

)

select * from identities
