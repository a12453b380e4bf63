package vn.ocop.marketplace.account;

/** The gateway answered that it will never send this message; trying again is of no use. */
class MessageRefused extends RuntimeException {

    MessageRefused(String why) {
        super(why);
    }
}
