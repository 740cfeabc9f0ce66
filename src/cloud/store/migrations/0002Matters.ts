/**
 * Matters and what follows from them. A command writes one row of history, the matter's new state, and its outbox rows
 * together. The change feed orders history by (tx, seq) and shows only transactions older than every running one, so
 * that a writer who commits late is never skipped.
 */
export const matters = `
create table matters (
  county_id int not null,
  matter_id uuid not null,
  number text not null,
  flow text not null,
  kind text not null,
  status text not null,
  ended boolean not null,
  version int not null,
  sensitivity text not null,
  area_code text not null,
  township_code text not null,
  reporter_id uuid not null,
  received_at timestamptz not null,
  due_at timestamptz not null default 'infinity',
  task_id uuid,
  task_state text,
  task_owner text,
  claimed_by uuid,
  state jsonb not null,
  primary key (county_id, matter_id)
);
create index matters_by_reporter on matters (county_id, reporter_id, received_at desc, matter_id desc);
create index matters_by_county on matters (county_id, received_at desc, matter_id desc);
create index matters_by_township on matters (county_id, township_code, received_at desc, matter_id desc);
create index matters_due on matters (county_id, township_code, due_at, matter_id) where not ended;
create unique index matters_by_number on matters (county_id, number);
create index matters_by_task on matters (county_id, task_id) where task_id is not null;
create index matters_pool on matters (county_id, task_owner, due_at, matter_id) where task_state = 'open';
create index matters_claimed on matters (county_id, claimed_by, received_at desc, matter_id desc) where claimed_by is not null;

create table matter_history (
  county_id int not null,
  matter_id uuid not null,
  version int not null,
  command_id uuid not null,
  input_hash bytea not null,
  action text not null,
  actor_id uuid,
  at timestamptz not null,
  events jsonb not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (county_id, matter_id, version)
);
create unique index matter_history_command on matter_history (county_id, command_id);
create index matter_history_feed on matter_history (county_id, tx, seq);

create table points_accounts (
  county_id int not null,
  account text not null,
  balance int not null,
  primary key (county_id, account)
);

create table points_postings (
  county_id int not null,
  posting_id uuid not null,
  from_account text not null,
  to_account text not null,
  points int not null check (points > 0),
  rule text not null,
  matter_id uuid,
  person_id uuid not null,
  at timestamptz not null,
  primary key (county_id, posting_id),
  unique (county_id, matter_id, rule, person_id)
);
create index points_postings_by_person on points_postings (county_id, person_id, at desc, posting_id);
`
