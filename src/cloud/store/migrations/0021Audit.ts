/**
 * 审计: who saw and did what. Rows are only added, to the log and to the chain that holds them together; `audit_unsealed`
 * is the list of what the chain has still to take up. What was on record of reads before goes into the same log.
 */
export const audit = `
create table audit_entries (
  county_id int not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  act text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  person_id uuid,
  posts text not null default '',
  address text not null default '',
  matter_id uuid,
  subject text not null default '',
  details text not null default '{}',
  primary key (county_id, seq)
);
create index audit_by_matter on audit_entries (county_id, matter_id, seq) where matter_id is not null;
create index audit_by_person on audit_entries (county_id, person_id, seq);
create index audit_by_act on audit_entries (county_id, act, seq);
create index audit_by_time on audit_entries (county_id, at);

create table audit_unsealed (
  county_id int not null,
  seq bigint not null,
  primary key (county_id, seq)
);

create table audit_chain (
  county_id int not null,
  position bigint not null,
  seq bigint not null,
  hash bytea not null,
  primary key (county_id, position),
  unique (county_id, seq)
);

with moved as (
  insert into audit_entries (county_id, at, act, outcome, person_id, matter_id, details)
  select county_id, at, case what when 'matter' then 'matter.read' else 'secret.opened' end, 'done', person_id, matter_id,
    case what when 'matter' then '{}' else jsonb_build_object('field', what)::text end
  from read_log order by county_id, seq
  returning county_id, seq
)
insert into audit_unsealed (county_id, seq) select county_id, seq from moved;
drop table read_log
`
