/**
 * Matters of every flow. A matter may have several tasks, each with a row of its own, carrying copies of what its lists
 * are ordered by. Who entered a roll, what was told to whom, what was published and who opened what are rows that are
 * only ever added. `wake_at` is when the clock next has something to say of a matter.
 */
export const flows = `
alter table matters add column wake_at timestamptz not null default 'infinity';
alter table matters add column parent_id uuid;
update matters set wake_at = due_at where not ended and state->>'overdueSince' is null;
create index matters_wake on matters (county_id, wake_at) where wake_at < 'infinity';
create index matters_of_area on matters (county_id, area_code, received_at desc, matter_id desc)
  where length(area_code) < 15;
create index matters_by_ring on matters (county_id, (state->'fields'->>'ring'), received_at desc, matter_id desc)
  where state->'fields'->>'ring' is not null;
create index matters_by_parent on matters (county_id, parent_id) where parent_id is not null;

create table matter_tasks (
  county_id int not null,
  task_id uuid not null,
  matter_id uuid not null,
  owner text not null,
  state text not null,
  claimed_by uuid,
  due_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county_id, task_id)
);
insert into matter_tasks
  select county_id, task_id, matter_id, task_owner, task_state, claimed_by, due_at, received_at
  from matters where task_id is not null and (not ended or task_state = 'done');
create index matter_tasks_of on matter_tasks (county_id, matter_id);
create index matter_tasks_pool on matter_tasks (county_id, owner, due_at, matter_id) where state = 'open';
create index matter_tasks_claimed on matter_tasks (county_id, claimed_by, due_at, matter_id) where state = 'claimed';
create index matter_tasks_done on matter_tasks (county_id, claimed_by, received_at desc, matter_id desc)
  where state = 'done';
drop index matters_by_task;
drop index matters_pool;
drop index matters_claimed;
drop index matters_done;
alter table matters drop column task_id, drop column task_state, drop column task_owner, drop column claimed_by;

create table roll_entries (
  county_id int not null,
  matter_id uuid not null,
  roll text not null,
  key text not null,
  value text,
  note text,
  person_id uuid not null,
  at timestamptz not null,
  primary key (county_id, matter_id, roll, key)
);
create index roll_entries_in_order on roll_entries (county_id, matter_id, roll, at, key);

create table notices (
  county_id int not null,
  notice_id uuid not null,
  audience text not null,
  matter_id uuid not null,
  at timestamptz not null,
  title text not null,
  words text not null,
  level text not null check (level in ('note', 'yellow', 'red')),
  primary key (county_id, notice_id)
);
create index notices_by_audience on notices (county_id, audience, at desc, notice_id desc);

create table cards (
  county_id int not null,
  card_id uuid not null,
  area_code text not null,
  matter_id uuid not null,
  flow text not null,
  at timestamptz not null,
  title text not null,
  words text not null,
  primary key (county_id, card_id)
);
create index cards_by_area on cards (county_id, area_code, at desc, card_id desc);

create table read_log (
  county_id int not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  person_id uuid not null,
  matter_id uuid not null,
  what text not null,
  primary key (county_id, seq)
);
create index read_log_of on read_log (county_id, matter_id, seq);
`
