package vn.ocop.marketplace.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.local.demo.DemoPeople;
import vn.ocop.marketplace.local.demo.Seeding;
import vn.ocop.marketplace.local.identity.IdentityDesk;
import vn.ocop.marketplace.local.sandbox.PaymentSandbox;
import vn.ocop.marketplace.local.sandbox.SandboxSettings;

/** Starts the parts in the order they need each other, keeps them running and stops them the other way round. */
final class Supervisor implements AutoCloseable {

    private final StackSettings settings;
    private final StartOptions options;
    private final Keeper postgres;
    private final List<Keeper> elasticsearch;
    private final Keeper api;
    private final Keeper indexer;
    private final Keeper web;
    private final QuickStart quickStart;
    private @Nullable PaymentSandbox sandbox;
    private @Nullable IdentityDesk identity;
    private boolean closed;

    Supervisor(StackSettings settings, StartOptions options) {
        this.settings = settings;
        this.options = options;
        var data = settings.data();
        var ports = settings.ports();
        postgres = keeper(
                "PostgreSQL", () -> LocalPostgres.start(data.postgres(), data.postgresBinaries(), ports.postgres()));
        elasticsearch = settings.engines().stream().map(this::engine).toList();
        api = keeper("marketplace-api", ports.api());
        indexer = keeper("search-indexer", ports.indexer());
        web = keeper("marketplace-web", ports.web());
        quickStart = new QuickStart(data, settings.forApplications());
    }

    private Keeper engine(EngineNode node) {
        var number = settings.engines().indexOf(node) + 1;
        var directory = settings.data().elasticsearch(number);
        return keeper(
                number == 1 ? "Elasticsearch" : "Elasticsearch-" + number,
                () -> LocalElasticsearch.launch(BuildTree.elasticsearchHome(), directory, node));
    }

    private Keeper keeper(String name, Supplier<Running> starter) {
        return new Keeper(name, settings.data().run(), starter);
    }

    private Keeper keeper(String application, int port) {
        return keeper(
                application,
                () -> BootApplication.launch(application, settings.data(), port, settings.forApplications()));
    }

    void start() {
        startSandbox();
        Progress.say("starting", "PostgreSQL, Elasticsearch");
        elasticsearch.forEach(Keeper::start);
        var first = settings.data().isNew();
        startPostgres(first);
        Progress.say("starting", first ? "marketplace-api" : "marketplace-api, search-indexer, marketplace-web");
        api.start();
        if (!first) {
            indexer.start();
            web.start();
        }
        api.awaitReady();
        var seeding = new Seeding(
                new Database(settings.ports().postgres(), StackSettings.DATABASE),
                settings.data().media(),
                settings.clock(),
                settings.secretsKey());
        seeding.fillIfEmpty();
        var generated = seeding.scaleTo(options.scale());
        startIdentityDesk();
        elasticsearch.forEach(Keeper::awaitReady);
        if (first) {
            indexer.start();
            web.start();
        }
        inParallel(indexer::awaitReady, web::awaitReady);
        if (generated > 0) {
            new IndexRebuild(settings.ports().indexer()).await(!first, generated);
        }
    }

    /** For the next start; nothing waits for it. */
    void prepareNextStart() {
        quickStart.prepare(List.of("marketplace-api", "search-indexer", "marketplace-web"));
    }

    private void startPostgres(boolean first) {
        if (first) {
            Progress.say("first-postgres");
        }
        postgres.start();
        new Database(settings.ports().postgres(), StackSettings.DATABASE).createIfMissing();
        if (first) {
            settings.data().markComplete();
        }
        postgres.awaitReady();
    }

    private void startSandbox() {
        // Also with the real Stripe: messages to people end here.
        sandbox = PaymentSandbox.start(new SandboxSettings(
                settings.ports().sandbox(),
                settings.data().sandbox(),
                settings.sandboxKey(),
                settings.webhookUrl(),
                settings.webhookSecret(),
                settings.clock()));
    }

    /** Not before the demo's pictures are drawn, which takes all the memory there is. */
    private void startIdentityDesk() {
        if (!settings.usesRealIdentity()) {
            identity = IdentityDesk.start(
                    settings.ports().identity(), settings.data().run(), people());
        }
    }

    private static List<IdentityDesk.Someone> people() {
        return DemoPeople.all().stream()
                .map(person -> new IdentityDesk.Someone(person.phone(), person.name(), Words.say(person.roleKey())))
                .toList();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Applications first, so that they can still finish what they are doing; then what they stand on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        quickStart.close();
        inParallel(web::close, indexer::close);
        inParallel(api::close);
        if (sandbox != null) {
            sandbox.close();
        }
        if (identity != null) {
            identity.close();
        }
        var stores = new ArrayList<Runnable>(List.of(postgres::close));
        elasticsearch.forEach(node -> stores.add(node::close));
        inParallel(stores.toArray(Runnable[]::new));
        settings.data().close();
    }

    private static void inParallel(Runnable... steps) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var step : steps) {
                running.add(CompletableFuture.runAsync(step, threads));
            }
        }
        for (var step : running) {
            if (step.isCompletedExceptionally() && step.exceptionNow() instanceof RuntimeException failure) {
                throw failure;
            }
        }
    }
}
