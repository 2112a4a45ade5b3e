create table if not exists files (
    file_sha256 text not null,
    supplier text not null,
    file_name text not null,
    size_bytes integer not null,
    extract_date text,
    received_at text not null,
    status text not null check (status in ('landed', 'refused', 'repeated')),
    reason text,
    primary key (file_sha256, supplier, file_name)
);

create table if not exists receipts (
    file_sha256 text not null,
    supplier text not null,
    entity text not null,
    extract_date text not null,
    landed_at text not null,
    rows_in integer not null,
    rows_landed integer not null,
    rows_quarantined integer not null,
    cells_refused integer not null default 0,
    primary key (file_sha256, supplier, entity),
    check (rows_in = rows_landed + rows_quarantined)
);

create table if not exists identities (
    supplier text not null,
    supplier_person_id text not null,
    child_id text not null,
    rule text not null,
    registered_at text not null,
    primary key (supplier, supplier_person_id)
);

create table if not exists identity_merges (
    child_id text not null primary key,
    merged_into text not null,
    merged_at text not null
);

create table if not exists runs (
    run_id text primary key,
    started_at text not null,
    finished_at text,
    outcome text,
    detail text
);

create table if not exists publications (
    release text primary key,
    run_id text not null,
    as_known_at text,
    published_at text not null,
    inputs_fingerprint text not null
);

create table if not exists check_results (
    run_id text not null,
    suite text not null,
    code text not null,
    passed integer not null,
    severity text not null,
    message text not null,
    units text not null default '[]',
    primary key (run_id, suite, code)
);

create table if not exists facts (
    name text primary key,
    value text not null
);

create table if not exists sign_offs (
    difference_id text not null,
    old_supplier text not null,
    new_supplier text not null,
    what text not null,
    signed_by text not null,
    reason text not null,
    signed_at text not null,
    primary key (difference_id, signed_at)
);

create table if not exists submission_events (
    place integer primary key,
    submission text not null,
    event text not null,
    at text not null,
    document text not null,
    previous text not null,
    digest text not null unique
);

create table if not exists alerts (
    alert text primary key,
    state text not null,
    what text not null,
    told_at text not null
);
