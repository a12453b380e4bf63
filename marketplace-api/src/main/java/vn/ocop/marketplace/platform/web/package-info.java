/** The HTTP edge shared by all modules: problem answers, language, text normalisation. */
@NamedInterface("web")
@NullMarked
package vn.ocop.marketplace.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
