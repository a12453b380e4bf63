-- A shop's people may answer to a suspension that is announced or in force; its province says what comes of that.
alter table shop.restrictions
    add column answer      text check (length(answer) between 1 and 500),
    add column answered_at timestamptz,
    add column heard_at    timestamptz,
    add constraint restrictions_answered check ((answer is null) = (answered_at is null)),
    add constraint restrictions_heard check (heard_at is null or answer is not null);
