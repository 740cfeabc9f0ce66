/**
 * Who sits at the console: their sessions by name, passwords they had, the second factor, and sign-ons through another
 * system that are under way. Nobody holds two of the three administrators' posts.
 */
export const consoleAccounts = `
alter table sessions
  add column session_id uuid not null default gen_random_uuid(),
  add column how text not null default '',
  add column console boolean not null default false,
  add column address text not null default '',
  add column last_seen_at timestamptz,
  add column proven_until timestamptz;
create unique index sessions_by_id on sessions (county_id, session_id);

create table password_history (
  county_id int not null,
  seq bigint generated always as identity,
  person_id uuid not null,
  password_hash text not null,
  at timestamptz not null,
  primary key (county_id, seq),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index password_history_of on password_history (county_id, person_id, seq);

create table second_factors (
  county_id int not null,
  person_id uuid not null,
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (county_id, person_id),
  foreign key (county_id, person_id) references people (county_id, person_id)
);

create table recovery_codes (
  county_id int not null,
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (county_id, person_id, code_hash),
  foreign key (county_id, person_id) references people (county_id, person_id)
);

create table sign_ons (
  county_id int not null,
  state_hash bytea not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  primary key (county_id, state_hash)
);

create unique index posts_one_of_three on posts (county_id, person_id)
  where valid_to is null and role in ('systemAdmin', 'securityAdmin', 'auditAdmin')
`
