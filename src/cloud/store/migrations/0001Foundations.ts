/** Areas, people, what is configured, and who is signed in. `county_id` comes first in every key (docs/adr). */
export const foundations = `
create table counties (
  county_id int primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table areas (
  county_id int not null references counties,
  code text not null,
  parent_code text,
  level text not null check (level in ('county', 'township', 'village')),
  name text not null,
  primary key (county_id, code)
);
create index areas_by_parent on areas (county_id, parent_code, code);

create table grids (
  county_id int not null references counties,
  code text not null,
  version int not null,
  name text not null,
  village_code text not null,
  datum text not null check (datum in ('gcj02', 'wgs84')),
  geometry jsonb not null,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  primary key (county_id, code, version),
  foreign key (county_id, village_code) references areas (county_id, code)
);

create table departments (
  county_id int not null references counties,
  code text not null,
  name text not null,
  area_code text not null,
  primary key (county_id, code),
  foreign key (county_id, area_code) references areas (county_id, code)
);

create table people (
  county_id int not null references counties,
  person_id uuid not null,
  account text not null,
  name text not null,
  phone text not null default '',
  password_hash text,
  wechat_openid text,
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (county_id, person_id),
  unique (county_id, account),
  unique (county_id, wechat_openid)
);

create table posts (
  county_id int not null,
  post_id uuid not null,
  person_id uuid not null,
  role text not null,
  area_code text not null,
  department_code text,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  primary key (county_id, post_id),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index posts_by_person on posts (county_id, person_id);
create index posts_by_area on posts (county_id, area_code text_pattern_ops);

create table sessions (
  county_id int not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, token_hash),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index sessions_by_token on sessions (token_hash);

create table kinds (
  county_id int not null references counties,
  code text not null,
  version int not null,
  effective_from timestamptz not null default now(),
  name text not null,
  category text not null,
  category_name text not null,
  urgency text not null check (urgency in ('U1', 'U2', 'U3', 'U4')),
  accept_hours numeric not null check (accept_hours > 0),
  accept_clock text not null check (accept_clock in ('elapsed', 'working')),
  handle_hours numeric not null check (handle_hours > 0),
  handle_clock text not null check (handle_clock in ('elapsed', 'working')),
  base_points int not null check (base_points >= 0),
  self_close boolean not null,
  sensitivity text not null check (sensitivity in ('S0', 'S1', 'S2', 'S3')),
  owner text not null,
  initials text not null,
  icon text not null,
  rank int,
  emergency_number text,
  note text not null default '',
  primary key (county_id, code, version)
);

create table number_leases (
  county_id int not null,
  day text not null,
  next_serial int not null,
  primary key (county_id, day)
);
`
