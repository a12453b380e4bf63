package vn.ocop.marketplace.web.selling;

import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** Which pictures have found their listings. */
public record PlacedPicturesPage(Head head, Person.Membership shop, PlacedPictures placed) {}
