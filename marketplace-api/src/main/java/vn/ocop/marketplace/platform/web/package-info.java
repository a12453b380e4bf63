/** The HTTP edge shared by all modules: problem answers, language, text normalisation. */
@NullMarked
package vn.ocop.marketplace.platform.web;

import org.jspecify.annotations.NullMarked;
