with

persons as (

    select * from {{ ref('int_case__persons') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

case_children as (

    select
        persons.service,
        persons.ypid,
        children.child_id
    from persons
    inner join children
        on
            persons._supplier = children.supplier
            and children.supplier_person_id = case
                when persons._supplier = 'case_document'
                    then persons.service || '|' || persons.ypid
                else persons.ypid
            end

)

select * from case_children
