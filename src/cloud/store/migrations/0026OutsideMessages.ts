/**
 * 外发消息: what leaves for WeChat, a WeCom group or a telephone. Notices are read in the order of the change feed by one
 * reader of the county, which remembers how far it has come; one row per notice, carrier and address, so that nobody is
 * told twice.
 */
export const outsideMessages = `
alter table notices
  add column tx xid8 not null default pg_current_xact_id(),
  add column seq bigint generated always as identity;
create index notices_feed on notices (county_id, tx, seq);

create table message_readers (
  county_id int primary key references counties,
  tx xid8 not null,
  seq bigint not null
);

create table outside_messages (
  county_id int not null,
  notice_id uuid not null,
  carrier text not null,
  address text not null,
  matter_id uuid not null,
  title text not null,
  words text not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'refused', 'abandoned')),
  attempts int not null default 0,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  last_answer text,
  finished_at timestamptz,
  primary key (county_id, notice_id, carrier, address)
);
create index outside_messages_due on outside_messages (county_id, carrier, next_attempt_at)
  where state = 'waiting';
`
