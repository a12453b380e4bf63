package vn.ocop.marketplace.web.account;

import java.util.List;
import vn.ocop.marketplace.web.site.Head;

/** The operating regulation and the other texts in force. */
public record DocumentsPage(Head head, List<AccountPage.Document> documents) {}
