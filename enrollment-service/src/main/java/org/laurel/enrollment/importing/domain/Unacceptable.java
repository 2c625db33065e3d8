package org.laurel.enrollment.importing.domain;

/** Ends the reading of a row. */
final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final RowCode code;

    Unacceptable(RowCode code) {
        super(code.slug(), null, false, false);
        this.code = code;
    }

    RowCode code() {
        return code;
    }
}
