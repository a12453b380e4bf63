/**
 * What a new stack is stocked with: real OCOP specialties at assumed prices, the people to try it with, and bulk data.
 */
@NullMarked
package vn.ocop.marketplace.local.demo;

import org.jspecify.annotations.NullMarked;
