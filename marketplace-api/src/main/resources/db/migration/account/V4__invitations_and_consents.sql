-- An invitation is a link that works once; only its hash is stored.
create table account.invitations (
    id          uuid primary key default uuidv7(),
    token_hash  bytea       not null unique,
    kind        text        not null check (kind in ('SHOP', 'POST_OFFICE', 'PROVINCE', 'COMMUNITY_TEAM', 'PLATFORM')),
    scope       text        not null,
    owner       boolean     not null,
    permissions text[]      not null,
    note        text        not null default '' check (length(note) <= 100),
    invited_by  uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    used_by     uuid,
    check (owner or cardinality(permissions) > 0)
);
create index invitations_of_workplace on account.invitations (kind, scope, id desc);

-- What people agree to, each version with the day from which it holds.
create table account.documents (
    purpose        text not null check (purpose in ('OPERATING_REGULATION', 'PRIVACY', 'SELLER_TERMS', 'MARKETING')),
    version        text not null,
    in_force_from  date not null,
    title_vi       text not null,
    title_en       text not null,
    text_vi        text not null,
    text_en        text not null,
    primary key (purpose, version)
);

-- Every yes and every no, by purpose, with version and time; rows are only added. A workplace may agree through a person.
create table account.consents (
    id          uuid primary key default uuidv7(),
    person_id   uuid        not null,
    owner_kind  text        not null,
    owner_scope text        not null,
    purpose     text        not null,
    version     text        not null,
    granted     boolean     not null,
    at          timestamptz not null,
    foreign key (purpose, version) references account.documents (purpose, version)
);
create index consents_of_owner on account.consents (owner_kind, owner_scope, purpose, id desc);
create index consents_of_person on account.consents (person_id, id desc);
create trigger consents_are_append_only before update or delete or truncate on account.consents
    for each statement execute function account.audit_is_append_only();

insert into account.documents (purpose, version, in_force_from, title_vi, title_en, text_vi, text_en) values
('OPERATING_REGULATION', '2026-07', '2026-07-01', 'Quy chế hoạt động của sàn', 'Operating regulation of the marketplace',
 'Người bán chịu trách nhiệm về hàng hóa, giá và thông tin mình đăng. Sàn kiểm tra danh tính người bán và duyệt sản phẩm trước khi hiển thị. Khi hạn chế một gian hàng, sàn báo trước 5 ngày và nêu lý do, trừ khi cơ quan có thẩm quyền yêu cầu gỡ ngay. Người bán xem và tải được hồ sơ giao dịch của mình. Thứ tự hiển thị dựa trên mức độ phù hợp với từ khóa, tình trạng còn hàng, chứng nhận OCOP, số đã bán và khoảng cách; vị trí trả tiền luôn được ghi rõ. Khiếu nại được tiếp nhận trong 24 giờ.',
 'Sellers answer for the goods, prices and facts they publish. The marketplace checks who a seller is and approves listings before they are shown. Before a shop is restricted the marketplace gives 5 days'' notice with its reason, unless an authority orders removal at once. Sellers can see and download their own records. Results are ordered by how well they match, stock, OCOP certificates, sales and distance; paid places are always labelled. Complaints are taken up within 24 hours.'),
('PRIVACY', '2026-07', '2026-07-01', 'Xử lý dữ liệu cá nhân', 'How personal data is used',
 'Sàn dùng số điện thoại, e-mail và địa chỉ của bạn để đăng nhập, giao hàng và xử lý đơn hàng. Dữ liệu đơn hàng được giữ trong thời hạn luật định. Bạn xem, tải về và yêu cầu xóa dữ liệu của mình trên trang tài khoản bất cứ lúc nào.',
 'The marketplace uses your phone number, e-mail and address to sign you in, to deliver and to handle orders. Data of orders is kept for the time the law asks. You can see, download and delete your data on your account page at any time.'),
('SELLER_TERMS', '2026-07', '2026-07-01', 'Điều khoản dành cho người bán', 'Terms for sellers',
 'Người bán đồng ý với quy chế hoạt động, cung cấp giấy tờ đúng sự thật, giao hàng đúng mô tả và hạn, hoàn tiền khi hàng sai hoặc hỏng, và nộp thuế theo quy định; sàn khấu trừ và nộp thay khi luật yêu cầu.',
 'Sellers accept the operating regulation, give true documents, deliver as described and on time, refund what is wrong or broken, and pay their taxes; the marketplace withholds and pays them where the law says so.'),
('MARKETING', '2026-07', '2026-07-01', 'Nhận tin khuyến mại', 'News and offers',
 'Sàn gửi cho bạn tin về đặc sản và khuyến mại. Bạn rút lại bất cứ lúc nào trên trang tài khoản.',
 'The marketplace sends you news of specialties and offers. You can take this back on your account page at any time.');
