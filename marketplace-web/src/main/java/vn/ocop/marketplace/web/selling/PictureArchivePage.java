package vn.ocop.marketplace.web.selling;

import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** How far the pictures of an archive have got, and which found no place. */
public record PictureArchivePage(Head head, Person.Membership shop, PictureArchive archive) {

    public String path() {
        return "/nguoi-ban/bang-tinh/tep-anh/" + archive.id() + "?gian-hang=" + shop.scope();
    }

    public String sheetsPath() {
        return "/nguoi-ban/bang-tinh?gian-hang=" + shop.scope();
    }

    public String draftsPath() {
        return "/nguoi-ban/san-pham?gian-hang=" + shop.scope() + "&loai=DRAFT";
    }
}
