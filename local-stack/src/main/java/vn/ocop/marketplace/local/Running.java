package vn.ocop.marketplace.local;

/** A started part of the stack, a process or several. */
interface Running extends AutoCloseable {

    ProcessHandle handle();

    /** Returns when it can be used; throws when it stopped before. */
    void awaitReady();

    @Override
    void close();
}
