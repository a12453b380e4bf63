@NullMarked
package vn.ocop.marketplace.search.web;

import org.jspecify.annotations.NullMarked;
