package org.laurel.certificates.pdf.app;

import org.laurel.certificates.issuance.db.RenderRequests.Request;

/** What became of a request for a file. */
sealed interface PdfAnswer {

    Request request();

    /** The file is made; it is found under an id that nobody can guess. */
    record Made(Request request, String downloadUuid, byte[] file) implements PdfAnswer {}

    /** The file is to be removed, and the certificate waits for that. */
    record Removed(Request request) implements PdfAnswer {}

    /** The file is to be let go; nobody waits. */
    record Discarded(Request request) implements PdfAnswer {}

    /** It failed for good, for a reason that people can read. */
    record Failed(Request request, String reason) implements PdfAnswer {}

    /** The certificate has changed since and waits for another answer, or none. */
    record Outdated(Request request) implements PdfAnswer {}
}
