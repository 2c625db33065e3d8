package org.laurel.certificates.file.domain;

/** Content that the store does not take. The caller knows what it is and can say so better. */
public class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limit;

    /** @param limit the largest size that is taken, in bytes */
    public FileTooLarge(long size, long limit) {
        super("%d bytes, at most %d are taken".formatted(size, limit));
        this.limit = limit;
    }

    /** The largest size that is taken, in bytes. */
    public long limit() {
        return limit;
    }
}
