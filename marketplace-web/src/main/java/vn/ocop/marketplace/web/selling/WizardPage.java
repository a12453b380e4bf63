package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * One step of putting a product on sale, or of changing one.
 *
 * @param file what is saved so far, or null before the first picture
 * @param groups where the product may belong
 * @param certificates the shop's own
 * @param said what was just done, or null
 * @param refusals why something could not be saved
 */
public record WizardPage(
        Head head,
        Person.Membership shop,
        WizardStep step,
        @Nullable ListingFile file,
        List<Group> groups,
        List<CertificateItem> certificates,
        @Nullable String said,
        List<String> refusals,
        String formKey) {

    /** What every listing may tell, in the order in which it is asked. */
    public static final List<String> ATTRIBUTES = List.of(
            "net_weight",
            "origin",
            "material",
            "dimensions",
            "ingredients",
            "shelf_life",
            "storage",
            "usage",
            "registration");

    /** Empty lines for further choices. */
    public static final int SPARE_VARIANTS = 2;

    /** A group of the taxonomy with its sets. */
    public record Group(String name, List<SetName> sets) {}

    /** A set, to which a listing belongs. */
    public record SetName(String code, String name) {}

    static WizardPage of(Visit visit, Person.Membership shop, WizardStep step, Parts parts, Said said) {
        var head = Head.personal(visit.t("wizard.title"));
        return new WizardPage(
                head,
                shop,
                step,
                parts.file(),
                parts.groups(),
                parts.certificates(),
                said.done(),
                said.refusals(),
                UUID.randomUUID().toString());
    }

    /** What the API knows. */
    record Parts(@Nullable ListingFile file, List<Group> groups, List<CertificateItem> certificates) {}

    /** What is said at the top. */
    record Said(@Nullable String done, List<String> refusals) {

        static final Said NOTHING = new Said(null, List.of());
    }

    public String stepPath(WizardStep to) {
        var known = file;
        return known == null
                ? "/nguoi-ban/san-pham/moi?gian-hang=" + shop.scope()
                : "/nguoi-ban/san-pham/" + known.listing().id() + "?gian-hang=" + shop.scope() + "&buoc=" + to.path();
    }

    /** Where the step's form is sent. */
    public String action() {
        var known = file;
        return known == null
                ? "/nguoi-ban/san-pham/moi/anh"
                : "/nguoi-ban/san-pham/" + known.listing().id() + "/" + step.path();
    }

    public String listPath() {
        return "/nguoi-ban/san-pham?gian-hang=" + shop.scope();
    }

    /** The name to show, or that there is none yet. */
    public String name(Visit visit) {
        var known = file;
        var title = known == null ? "" : known.listing().title().in(visit.language());
        return title.isBlank() ? visit.t("wizard.unnamed") : title;
    }

    public String groupOf(String code) {
        return groups.stream()
                .flatMap(group -> group.sets().stream())
                .filter(set -> set.code().equals(code))
                .map(SetName::name)
                .findFirst()
                .orElse(code);
    }
}
