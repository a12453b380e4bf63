-- Who an identity provider says somebody is; one person may be known to several.
create table account.identities (
    issuer    text        not null,
    subject   text        not null,
    person_id uuid        not null references account.people (id),
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create index identities_of_person on account.identities (person_id);

-- On the way to the provider and back: nonce and code verifier lie here sealed, under the hash of the state.
create table account.identity_sign_ins (
    state_hash bytea primary key,
    sealed     bytea       not null,
    person_id  uuid,
    expires_at timestamptz not null
);
create index identity_sign_ins_expiring on account.identity_sign_ins (expires_at);
