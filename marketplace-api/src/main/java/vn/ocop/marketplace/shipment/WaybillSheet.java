package vn.ocop.marketplace.shipment;

/** On what labels are printed. */
public enum WaybillSheet {
    /** A label printer: one label a page. */
    A6,
    /** An office printer: four labels a page, to be cut. */
    A4
}
