-- A first rate card. Present tariffs of the carriers are not public; provinces replace these figures with their contract's.
insert into shipment.carriers (code, name) values ('vnpost', 'Bưu điện Việt Nam');
insert into shipment.rate_cards (carrier_code, zone, base_grams, base_fee, step_grams, step_fee, days_from, days_to, valid_from) values
('vnpost', 'SAME_PROVINCE', 500, 16500, 500, 3500, 1, 2, date '2025-07-01'),
('vnpost', 'SAME_REGION', 500, 22000, 500, 4500, 2, 3, date '2025-07-01'),
('vnpost', 'FAR', 500, 29000, 500, 8500, 3, 5, date '2025-07-01');
