package vn.ocop.marketplace.account;

import reactor.core.publisher.Mono;

/** Names what memberships of one kind are bound to; each kind is answered by the module that owns it. */
public interface Workplaces {

    Membership.Kind kind();

    Mono<String> name(String scope);
}
