/**
 * What systems outside are asked, written with the step that asks and named by its command. A question says which matter
 * and which system, never what is asked: that is read from the matter when it is sent, so that what somebody has
 * withdrawn leaves no copy here. Of the attempts one row each is added, in words of our own.
 */
export const outsideQuestions = `
create table outside_questions (
  county_id int not null,
  question_id uuid not null,
  matter_id uuid not null,
  version int not null,
  asks text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'answered', 'dropped')),
  started_attempts int not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  answer text,
  closed_at timestamptz,
  primary key (county_id, question_id),
  unique (county_id, matter_id, version)
);
create index outside_questions_due on outside_questions (county_id, asks, next_attempt_at) where state = 'waiting';

create table outside_attempts (
  county_id int not null,
  question_id uuid not null,
  attempt int not null,
  at timestamptz not null,
  words text not null,
  primary key (county_id, question_id, attempt),
  foreign key (county_id, question_id) references outside_questions (county_id, question_id)
);
`
