with

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

paired as (

    select distinct
        old_supplier,
        old_person_id
    from {{ ref('int_switch__persons') }}

),

registered as (

    select * from {{ ref('stg_control__identities') }}

),

persons as (

    select
        persons._supplier as supplier,
        persons.system_person_id,
        persons.previous_person_id,
        coalesce(persons.is_deleted, false) as is_deleted,
        persons.birth_date,
        case_systems.system_number,
        registered.child_id,
        {{ name_key('persons.surname') }} as surname_key,
        {{ name_key('persons.forename') }} as forename_key,
        {{ valid_nhs_number('persons.nhs_number') }} as nhs_number
    from {{ ref('stg_case_system__persons') }} as persons
    inner join case_systems on persons._supplier = case_systems.supplier
    left join registered
        on
            persons._supplier = registered.supplier
            and persons.system_person_id = registered.supplier_person_id

),

-- a child that lives on in a later system under another record is not deleted
left_behind as (

    select persons.*
    from persons
    anti join paired
        on
            persons.supplier = paired.old_supplier
            and persons.system_person_id = paired.old_person_id
    where not persons.is_deleted

),

deleted_persons as (

    select distinct
        left_behind.supplier,
        left_behind.system_person_id
    from persons as deleted
    inner join left_behind
        on
            deleted.system_number > left_behind.system_number
            and (
                -- a number may have been another child's before
                (
                    deleted.child_id = left_behind.child_id
                    and coalesce(
                        deleted.birth_date = left_behind.birth_date
                        or deleted.forename_key = left_behind.forename_key,
                        true
                    )
                )
                or deleted.nhs_number = left_behind.nhs_number
                or (
                    deleted.system_number = left_behind.system_number + 1
                    and deleted.previous_person_id = left_behind.system_person_id
                )
                or (
                    deleted.surname_key = left_behind.surname_key
                    and deleted.forename_key = left_behind.forename_key
                    and deleted.birth_date = left_behind.birth_date
                )
            )
    where deleted.is_deleted

)

select * from deleted_persons
