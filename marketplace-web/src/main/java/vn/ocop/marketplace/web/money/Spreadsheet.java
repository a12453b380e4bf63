package vn.ocop.marketplace.web.money;

import org.springframework.http.MediaType;

/** The type of workbooks. */
final class Spreadsheet {

    static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Spreadsheet() {}
}
