with recursive

links as (

    select
        record_number,
        linked_record_number
    from {{ ref('int_identity__links') }}
    where not is_conflict

),

-- both ways, and each record to itself so that it keeps its number in every round
edges as (

    select
        record_number,
        linked_record_number
    from links
    union
    select
        linked_record_number as record_number,
        record_number as linked_record_number
    from links
    union
    select
        record_number,
        record_number as linked_record_number
    from links
    union
    select
        linked_record_number as record_number,
        linked_record_number
    from links

),

-- every round hands the lowest number on to the neighbours, until none changes;
-- rounds are as many as the longest chain of links, five or so
rounds as (

    select distinct
        record_number,
        record_number as lowest_number,
        true as has_changed
    from edges
    union all
    select
        record_number,
        lowest_number,
        bool_or(lowest_number < lowest_before) over () as has_changed
    from (
        select
            edges.linked_record_number as record_number,
            min(rounds.lowest_number) as lowest_number,
            max(
                case
                    when edges.record_number = edges.linked_record_number
                        then rounds.lowest_number
                end
            ) as lowest_before
        from rounds
        inner join edges on rounds.record_number = edges.record_number
        where rounds.has_changed
        group by edges.linked_record_number
    ) as handed_on

),

labels as (

    select
        record_number,
        min(lowest_number) as component_number
    from rounds
    group by record_number

),

records as (

    select * from {{ ref('int_identity__records') }}

),

components as (

    select
        records.record_number,
        coalesce(labels.component_number, records.record_number) as component_number
    from records
    left join labels on records.record_number = labels.record_number

)

select * from components
