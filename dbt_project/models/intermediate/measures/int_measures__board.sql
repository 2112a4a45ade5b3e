with

attendance as (

    select * from {{ ref('int_measures__board_attendance') }}

),

-- other partners are in no headline (YJB: "agreed not to include Other")
members as (

    {{ board_members('kpi8', "'{}'", 'is_senior') }}
    union all
    {{ board_members('kpi8a', breakdown({'sector': 'sector'}), 'is_senior', 'true') }}
    union all
    {{ board_members('kpi8b', "'{}'", 'is_delegate') }}
    union all
    {{ board_members('kpi8c', breakdown({'sector': 'sector'}), 'is_delegate', 'true') }}
    union all
    {{ board_members('kpi8_data_shared', "'{}'", 'is_sharing') }}

)

select * from members
