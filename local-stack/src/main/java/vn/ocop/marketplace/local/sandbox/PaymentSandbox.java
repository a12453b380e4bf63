package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payment provider on this machine: Stripe's API under {@code /v1}, its payment page, a bank, faults and what banks
 * of cards do at {@code /_control}; and what people are sent by SMS and mail under {@code /messages}.
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-clockwork").factory());
    private final StripeObjects objects;
    private final Faults faults = new Faults();
    private final Webhooks webhooks;
    private final CheckoutSessions sessions;
    private final Disputes disputes;
    private final ApiDesk api;
    private final PaymentPage page = new PaymentPage();
    private final DemoBank bank;
    private final MessageInbox inbox = new MessageInbox();

    private PaymentSandbox(SandboxSettings settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        objects = new StripeObjects(settings.directory(), settings.clock());
        webhooks = new Webhooks(objects, faults, settings.webhookUrl(), settings.webhookSecret());
        sessions = new CheckoutSessions(objects, webhooks, url());
        disputes = new Disputes(objects, webhooks);
        var calls = new StripeApi(
                objects, sessions, new Refunds(objects, webhooks, disputes), new Transfers(objects, webhooks));
        api = new ApiDesk(settings.apiKey(), calls, objects, faults);
        server.createContext("/v1/", exchange -> answer(exchange, api::handle));
        server.createContext("/pay/", exchange -> answer(exchange, this::pay));
        bank = new DemoBank(settings, faults, page);
        server.createContext("/bank", exchange -> answer(exchange, bank::handle));
        server.createContext("/messages", exchange -> answer(exchange, inbox::handle));
        server.createContext("/_control", exchange -> answer(exchange, this::control));
        server.setExecutor(workers);
    }

    public static PaymentSandbox start(SandboxSettings settings) {
        try {
            var sandbox = new PaymentSandbox(settings);
            sandbox.server.start();
            sandbox.webhooks.resumeUnsent();
            sandbox.clockwork.scheduleWithFixedDelay(sandbox.sessions::expireDue, 1, 1, TimeUnit.SECONDS);
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@code /pay/<session>} shows the page; a POST to {@code /pay/<session>/<action>} acts and leads back. */
    private void pay(HttpExchange exchange) throws IOException {
        var parts =
                exchange.getRequestURI().getPath().substring("/pay/".length()).split("/");
        synchronized (objects) {
            sessions.expireDue();
            var found = objects.find(parts[0])
                    .filter(object ->
                            CheckoutSessions.OBJECT.equals(object.path("object").asString()));
            if (found.isEmpty()) {
                send(exchange, 404, HTML, page.unknown());
                return;
            }
            var session = found.get();
            if ("expired".equals(session.path("status").asString())) {
                send(exchange, 410, HTML, page.expired(session));
            } else if (!CheckoutSessions.isOpen(session)) {
                redirect(exchange, successUrl(session));
            } else if (parts.length == 2 && "POST".equals(exchange.getRequestMethod())) {
                act(exchange, session, parts[1]);
            } else {
                var declined = "declined".equals(exchange.getRequestURI().getQuery());
                send(exchange, 200, HTML, page.open(session, declined));
            }
        }
    }

    private void act(HttpExchange exchange, ObjectNode session, String action) throws IOException {
        var here = "/pay/" + session.path("id").asString();
        switch (action) {
            case "pay" -> {
                sessions.pay(session);
                redirect(exchange, successUrl(session));
            }
            case "decline" -> {
                sessions.decline(session);
                redirect(exchange, here + "?declined");
            }
            case "abandon" -> redirect(exchange, session.path("cancel_url").asString(here));
            default -> send(exchange, 404, HTML, page.unknown());
        }
    }

    private static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asString()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asString());
    }

    private void control(HttpExchange exchange) throws IOException {
        try {
            var form = Form.parse("POST".equals(exchange.getRequestMethod()) ? body(exchange) : "");
            var answer = switch (exchange.getRequestURI().getPath()) {
                case "/_control/disputes" -> disputes.open(form);
                case "/_control/dispute-decisions" -> disputes.move(form);
                case "/_control/refund-failures" -> disputes.sendBack(form);
                default -> {
                    faults.set(form);
                    yield faults.describe();
                }
            };
            send(exchange, 200, JSON, answer.toString());
        } catch (StripeError refused) {
            send(exchange, refused.status(), JSON, refused.body().toString());
        }
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(303, -1);
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void answer(HttpExchange exchange, Desk desk) throws IOException {
        try {
            desk.handle(exchange);
        } catch (RuntimeException e) {
            send(exchange, 500, JSON, StripeError.outage(500).body().toString());
            throw e;
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        clockwork.shutdownNow();
        webhooks.close();
        bank.close();
        workers.shutdownNow();
        objects.close();
    }

    /** One part of the server. */
    interface Desk {
        void handle(HttpExchange exchange) throws IOException;
    }
}
