package vn.ocop.marketplace;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "vn.ocop.marketplace", importOptions = CodeRulesTest.OnlyThisApplication.class)
class CodeRulesTest {

    /** Classes whose whole point is to run a loop of their own, or to let what was begun come to its end. */
    private static final Set<String> LIFECYCLES =
            Set.of("OutboxRelay", "JobRunner", "ReferenceDataLoader", "TermCounts", "HangUps");

    /** Leaves out tests, and the libraries of this repository, which share the base package. */
    static final class OnlyThisApplication implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/marketplace-api/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule nothingBlocksOrSubscribes = noClasses()
            .that(describe("are not lifecycle classes", type -> !LIFECYCLES.contains(outermost(type))))
            .should()
            .callMethodWhere(describe("block or subscribe", CodeRulesTest::blocksOrSubscribes));

    @ArchTest
    static final ArchRule controllersAreHidden = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .and()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(?<!Mapper)(Impl|Manager|Helper|Utils|Util|Dto|Vm|Service)")
            .because("a name from the field says more");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that(describe(
                    "are not the card provider's adapter",
                    type -> !outermost(type).equals("StripeCardGateway")))
            .should()
            .callMethodWhere(describe("read the time without the business clock", CodeRulesTest::readsWallClock));

    /** Offices and prices know nothing of cash, and neither of them knows parcels. */
    @ArchTest
    static final ArchRule pricesAndOfficesKnowNoCash = noClasses()
            .that()
            .resideInAPackage("..shipment.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..shipment", "..shipment.web..", "..shipment.cash..");

    @ArchTest
    static final ArchRule cashKnowsNoParcels = noClasses()
            .that()
            .resideInAPackage("..shipment.cash..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..shipment", "..shipment.web..");

    @ArchTest
    static final ArchRule parcelsKnowNoAdapters = noClasses()
            .that()
            .resideInAnyPackage("..shipment", "..shipment.web..", "..shipment.network..", "..shipment.cash..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..shipment.carrier..");

    /** Seen under load on two cores: the application stood still until it was killed. */
    @ArchTest
    static final ArchRule nothingRunsOnVirtualThreads = noClasses()
            .should()
            .callMethodWhere(describe(
                    "start virtual threads",
                    call -> Set.of("newVirtualThreadPerTaskExecutor", "ofVirtual", "startVirtualThread")
                            .contains(call.getTarget().getName())))
            .because("one that loads a class holds the packaged jar's lock while it waits for a carrier");

    private static boolean blocksOrSubscribes(JavaCall<?> call) {
        var name = call.getTarget().getName();
        return call.getTargetOwner().isAssignableTo(Publisher.class)
                && (name.startsWith("block") || name.equals("subscribe") || name.equals("toFuture"));
    }

    private static boolean readsWallClock(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        return call.getTarget().getName().equals("now")
                && owner.startsWith("java.time.")
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static String outermost(JavaClass type) {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
