@NullMarked
package vn.ocop.marketplace.account.web;

import org.jspecify.annotations.NullMarked;
