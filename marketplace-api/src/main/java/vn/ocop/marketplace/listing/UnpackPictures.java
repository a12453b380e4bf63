package vn.ocop.marketplace.listing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.media.IncomingFiles;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;

/**
 * Takes a zip of pictures apart and puts each where its name says. Drawing hundreds anew takes minutes, so it goes on
 * by itself some at a time, on whichever copy the outbox reaches; a step that is done twice finds the same picture
 * there.
 */
@Service
public class UnpackPictures implements OutboxHandler<UnpackPictures.Step> {

    public static final long MOST_BYTES = PictureArchive.MOST_BYTES;

    private static final String TYPE = "listing.unpack-pictures";
    private static final int AT_ONCE = 10;

    private final PictureArchiveRepository repository;
    private final AddNamedPictures addNamedPictures;
    private final Pictures pictures;
    private final IncomingFiles incoming;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    UnpackPictures(
            PictureArchiveRepository repository,
            AddNamedPictures addNamedPictures,
            Pictures pictures,
            IncomingFiles incoming,
            ShopDirectory shops,
            Idempotency idempotency,
            Outbox outbox,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.addNamedPictures = addNamedPictures;
        this.pictures = pictures;
        this.incoming = incoming;
        this.shops = shops;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The next few. */
    public record Step() {}

    public void mustBeAllowed(UUID shop, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
    }

    /** The file is read before this answers and may go afterwards. */
    public Mono<ArchiveProgress> send(UUID shop, Path file, Caller seller, String idempotencyKey) {
        mustBeAllowed(shop, seller);
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(found -> idempotency.once(
                        new Idempotency.Request(seller.id(), idempotencyKey, shop),
                        UUID.class,
                        () -> repository.insert(shop, seller.id())))
                .as(transaction::transactional)
                .delayUntil(id -> repository
                        .move(id, "RECEIVED", "UNPACKING")
                        .filter(first -> first)
                        .flatMap(first -> unpack(id, file)))
                .flatMap(id -> progress(shop, id, seller));
    }

    private Mono<Void> unpack(UUID id, Path file) {
        return PictureArchive.files(file)
                .subscribeOn(Schedulers.boundedElastic())
                .concatMap(unpacked -> keep(id, unpacked), 1)
                .then(Mono.defer(() -> begin(id)))
                .onErrorResume(failed -> fail(id).then(Mono.error(failed)));
    }

    /** Its row comes first, so that no bytes lie anywhere of which nobody knows. */
    private Mono<Void> keep(UUID id, PictureArchive.Unpacked file) {
        var bytes = file.bytes();
        return repository
                .add(id, file)
                .then(Mono.defer(() -> bytes == null ? Mono.empty() : incoming.keep(object(id, file.number()), bytes)));
    }

    private static String object(UUID archive, int number) {
        return archive + "-" + number;
    }

    private Mono<Void> begin(UUID id) {
        return repository
                .move(id, "UNPACKING", "WORKING")
                .then(outbox.append(TYPE, id, new Step()))
                .as(transaction::transactional);
    }

    /** Also for one whose copy of the application was killed while it unpacked: nobody else has its file. */
    Mono<Void> fail(UUID id) {
        return forget(id).then(repository.move(id, "UNPACKING", "FAILED")).then();
    }

    /** Removes what still waits; for archives that are given up. */
    Mono<Void> forget(UUID id) {
        return repository
                .waiting(id, Integer.MAX_VALUE)
                .concatMap(file -> incoming.remove(object(id, file.number())))
                .then();
    }

    public Mono<ArchiveProgress> progress(UUID shop, UUID id, Caller seller) {
        mustBeAllowed(shop, seller);
        return repository
                .find(id)
                .filter(archive -> archive.shop().equals(shop))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .flatMap(repository::progress);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Step> payloadType() {
        return Step.class;
    }

    @Override
    public Mono<Void> handle(UUID id, Step step) {
        return repository
                .find(id)
                .filter(archive -> archive.state().equals("WORKING"))
                .flatMap(archive -> repository
                        .waiting(id, AT_ONCE)
                        .collectList()
                        .flatMap(files -> files.isEmpty()
                                ? repository.move(id, "WORKING", "DONE").then()
                                : place(archive, files)));
    }

    private Mono<Void> place(PictureArchiveRepository.Archive archive, List<PictureArchiveRepository.Waiting> files) {
        return Flux.fromIterable(files)
                .concatMap(file -> drawn(archive, file))
                .collectList()
                .flatMap(drawn -> placed(archive, drawn))
                .flatMap(outcomes -> repository
                        .keep(archive.id(), outcomes)
                        .then(outbox.append(TYPE, archive.id(), new Step()))
                        .as(transaction::transactional))
                .then(Mono.defer(() -> Flux.fromIterable(files)
                        .concatMap(file -> incoming.remove(object(archive.id(), file.number())))
                        .then()));
    }

    /** One that was drawn anew, or why it was not. */
    private record Drawn(
            PictureArchiveRepository.Waiting file,
            @Nullable UUID picture,
            @Nullable String problem) {}

    private Mono<Drawn> drawn(PictureArchiveRepository.Archive archive, PictureArchiveRepository.Waiting file) {
        return incoming.read(object(archive.id(), file.number()))
                .flatMap(bytes -> pictures.add(bytes, archive.sentBy()))
                .map(picture -> new Drawn(file, picture.id(), null))
                .onErrorResume(
                        ProblemException.class,
                        refusal -> refusal.problem().status().is5xxServerError()
                                ? Mono.error(refusal)
                                : Mono.just(
                                        new Drawn(file, null, refusal.problem().code())))
                .defaultIfEmpty(new Drawn(file, null, ListingProblem.ARCHIVED_FILE_UNREADABLE.code()));
    }

    private Mono<List<PictureArchiveRepository.Outcome>> placed(
            PictureArchiveRepository.Archive archive, List<Drawn> drawn) {
        var outcomes = new ArrayList<PictureArchiveRepository.Outcome>();
        var named = new ArrayList<AddNamedPictures.Named>();
        for (var one : drawn) {
            if (one.picture() == null) {
                outcomes.add(new PictureArchiveRepository.Outcome(one.file().number(), "REFUSED", null, one.problem()));
            } else {
                // The number goes along, since two folders may hold files of the same name.
                named.add(new AddNamedPictures.Named(
                        one.file().name(), one.picture(), one.file().number()));
            }
        }
        return named.isEmpty()
                ? Mono.just(outcomes)
                : addNamedPictures
                        .addFor(archive.sentBy(), archive.shop(), named)
                        .map(placed -> {
                            placed.forEach(one -> outcomes.add(outcome(one)));
                            return outcomes;
                        });
    }

    private static PictureArchiveRepository.Outcome outcome(AddNamedPictures.Placed placed) {
        var refusal = placed.refusal();
        if (placed.listing() == null) {
            return new PictureArchiveRepository.Outcome(placed.number(), "UNKNOWN", null, null);
        }
        return refusal == null
                ? new PictureArchiveRepository.Outcome(placed.number(), "PLACED", placed.listing(), null)
                : new PictureArchiveRepository.Outcome(
                        placed.number(),
                        "REFUSED",
                        placed.listing(),
                        refusal.problem().code());
    }
}
