package vn.ocop.marketplace.web.post;

import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** How well the office delivers. */
public record FiguresPage(Head head, Person.Membership office, Figures figures) {}
