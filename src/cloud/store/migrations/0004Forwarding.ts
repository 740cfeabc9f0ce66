/**
 * Outbox (发件箱): one row per event that is to leave, written with the matter's change. The relay fans it out to the
 * endpoints of the area, and each endpoint has its own deliveries, so that one that fails holds up no other. The
 * secret is kept as it is, because signing needs it; a hub that pulls is found by its hash.
 */
export const forwarding = `
create table hub_endpoints (
  county_id int not null references counties,
  endpoint_id uuid not null,
  name text not null,
  area_code text not null,
  url text,
  secret text not null,
  secret_hash bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  acknowledged_tx xid8 not null,
  acknowledged_seq bigint not null,
  acknowledged_at timestamptz,
  primary key (county_id, endpoint_id)
);
create unique index hub_endpoints_by_secret on hub_endpoints (county_id, secret_hash);

create table outbox_messages (
  county_id int not null,
  message_id uuid not null,
  matter_id uuid not null,
  version int not null,
  area_code text not null,
  event text not null,
  created_at timestamptz not null,
  payload jsonb not null,
  fanned_out_at timestamptz,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (county_id, message_id)
);
create index outbox_messages_waiting on outbox_messages (county_id, tx, seq) where fanned_out_at is null;
create index outbox_messages_feed on outbox_messages (county_id, tx, seq);

create table deliveries (
  county_id int not null,
  endpoint_id uuid not null,
  message_id uuid not null,
  matter_id uuid not null,
  seq bigint not null,
  type text not null,
  state text not null check (state in ('waiting', 'delivered', 'abandoned')),
  started_attempts int not null default 0,
  finished_attempts int not null default 0,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  last_answer text,
  created_at timestamptz not null,
  delivered_at timestamptz,
  abandoned_at timestamptz,
  primary key (county_id, endpoint_id, message_id),
  foreign key (county_id, endpoint_id) references hub_endpoints (county_id, endpoint_id)
);
create index deliveries_due on deliveries (county_id, endpoint_id, next_attempt_at, seq) where state = 'waiting';
create index deliveries_in_order on deliveries (county_id, endpoint_id, matter_id, seq) where state = 'waiting';
create index deliveries_abandoned on deliveries (county_id, endpoint_id, seq) where state = 'abandoned';
create index deliveries_last on deliveries (county_id, endpoint_id, delivered_at) where state = 'delivered';
create index deliveries_by_endpoint on deliveries (county_id, endpoint_id, seq desc);
`
