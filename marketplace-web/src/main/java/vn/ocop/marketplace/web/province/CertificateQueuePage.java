package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.site.Head;

/** Certificates that wait for an officer, or were decided on. */
public record CertificateQueuePage(
        Head head,
        Person.Membership province,
        String status,
        Items<QueuedCertificate> queue,
        List<SavedView> views,
        @Nullable String said,
        @Nullable String refusal) {

    public static final List<String> LISTS = List.of("SUBMITTED", "VERIFIED", "REFUSED");

    public String path(String of) {
        return "/ban-tinh/chung-nhan?tinh=" + province.scope() + "&loai=" + of;
    }

    public @Nullable String nextPath() {
        return queue.next() == null ? null : path(status) + "&after=" + queue.next();
    }
}
