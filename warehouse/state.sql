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

create table if not exists identity_keys (
    child_id text not null,
    person_hash text not null,
    link_rule text not null,
    key_hash text not null,
    birth_hash text not null,
    forename_hash text not null,
    registered_at text not null,
    primary key (
        person_hash, child_id, link_rule, key_hash, birth_hash, forename_hash
    )
) without rowid;

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

create table if not exists issues (
    issue_id text primary key,
    scope text not null,
    rule text not null,
    service text not null,
    issue_key text not null,
    unit_id text not null,
    owner text not null,
    child_id text,
    supplier text,
    entity text,
    column_name text,
    file_sha256 text,
    row_number integer,
    first_seen_at text not null,
    last_seen_at text not null,
    resolved_at text,
    times_reopened integer not null default 0
);

create index if not exists issues_by_scope on issues (scope);

create table if not exists issue_counts (
    scope text not null,
    run_id text not null,
    rule text not null,
    seen_at text not null,
    open integer not null,
    new integer not null,
    resolved integer not null,
    primary key (scope, run_id, rule)
);

create table if not exists waivers (
    waiver_id text primary key,
    return_name text not null,
    period text not null,
    service text not null,
    rule text not null,
    issue_id text,
    reason text not null,
    given_by text not null,
    given_at text not null,
    expires_on text not null,
    withdrawn_at text,
    withdrawn_by text
);

create table if not exists alerts (
    alert text primary key,
    state text not null,
    what text not null,
    told_at text not null
);
