@NullMarked
package vn.ocop.marketplace.web;

import org.jspecify.annotations.NullMarked;
