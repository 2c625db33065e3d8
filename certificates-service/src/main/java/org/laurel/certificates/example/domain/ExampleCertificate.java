package org.laurel.certificates.example.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.events.key.CourseKey;

/**
 * A certificate for nobody, which shows whether a course run's template works (certificates.md §1, ExampleCertificate).
 *
 * @param uuid 32 hex digits
 * @param description the mode that it is an example of
 * @param template the file name by which existing tools know the template
 * @param errorReason why it could not be rendered, only with {@code error}
 * @param downloadUrl where its PDF file is, only with {@code success}
 */
public record ExampleCertificate(
        String uuid,
        String description,
        String fullName,
        String template,
        Status status,
        @Nullable String errorReason,
        @Nullable String downloadUrl) {

    /** The name on every example. */
    public static final String FULL_NAME = CertificateDocument.EXAMPLE_NAME;

    private static final String VERIFIED = "verified";

    /** How far an example is. */
    public enum Status {
        STARTED,
        SUCCESS,
        ERROR;

        /** As clients read it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether an update is taken. */
    public sealed interface Update {

        /** The example afterwards. */
        record Updated(ExampleCertificate example) implements Update {}

        /** Nothing changes. */
        record Refused(String reason) implements Update {}
    }

    /** An example that is about to be rendered. */
    public static ExampleCertificate start(String uuid, CourseKey courseKey, String mode) {
        String name = "certificate-template-" + courseKey.org() + "-" + courseKey.course();
        String template = name + (mode.equals(VERIFIED) ? "-verified.pdf" : ".pdf");
        return new ExampleCertificate(uuid, mode, FULL_NAME, template, Status.STARTED, null, null);
    }

    /**
     * Ends with success or error; no other status is taken. A reason is kept with an error only, an address with success only.
     */
    public Update update(String newStatus, @Nullable String reason, @Nullable String url) {
        if (newStatus.equals(Status.SUCCESS.slug())) {
            return new Update.Updated(
                    new ExampleCertificate(uuid, description, fullName, template, Status.SUCCESS, null, url));
        }
        if (newStatus.equals(Status.ERROR.slug())) {
            return new Update.Updated(
                    new ExampleCertificate(uuid, description, fullName, template, Status.ERROR, reason, null));
        }
        return new Update.Refused("the status becomes success or error, not " + newStatus);
    }

    /** Who owns the PDF file of an example in the store. */
    public static String owner(String uuid) {
        return "example:" + uuid;
    }
}
