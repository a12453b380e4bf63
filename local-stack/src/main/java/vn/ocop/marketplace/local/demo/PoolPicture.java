package vn.ocop.marketplace.local.demo;

import java.util.UUID;

/** A drawn picture that listings may show. */
record PoolPicture(UUID id, String altVi, String altEn) {}
