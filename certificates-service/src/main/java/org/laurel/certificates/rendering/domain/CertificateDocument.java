package org.laurel.certificates.rendering.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a certificate says. The same document with the same template is the same file, to the byte.
 *
 * @param learnerName the name that was certified
 * @param courseRun the course key of the run
 * @param mode the slug of the enrollment mode
 * @param modeText what the mode is called on the certificate, in the document's language
 * @param verifyUuid 32 hex digits, by which anybody can look the certificate up
 * @param verifyUrl the address at which anybody can look it up
 * @param grade the grade as text, null when the certificate does not say it
 * @param hoursOfEffort hours of work that the course takes, null when the certificate does not say it
 * @param language a language tag, {@code en} or {@code pt-br}
 * @param texts what the site configures for its certificates, by name: {@code platform_name} for instance
 */
public record CertificateDocument(
        String learnerName,
        String courseTitle,
        String courseRun,
        String organization,
        String mode,
        String modeText,
        LocalDate issueDate,
        String verifyUuid,
        String verifyUrl,
        @Nullable String grade,
        @Nullable Integer hoursOfEffort,
        List<Signatory> signatories,
        String language,
        Map<String, String> texts) {

    public CertificateDocument {
        signatories = List.copyOf(signatories);
        texts = Map.copyOf(texts);
    }

    /**
     * Who signs.
     *
     * @param signatureImage address of a template asset with the signature, null when there is none
     */
    public record Signatory(
            String name,
            String title,
            String organization,
            @Nullable String signatureImage) {}

    /**
     * A document with dummy values, for previews and example certificates. Nobody can look it up.
     *
     * @param publicUrl where clients reach the service
     */
    public static CertificateDocument example(
            String courseTitle,
            String courseRun,
            String organization,
            String mode,
            LocalDate issueDate,
            String language,
            String publicUrl) {
        String uuid = "0".repeat(32);
        return new CertificateDocument(
                "John Doë",
                courseTitle,
                courseRun,
                organization,
                mode,
                mode,
                issueDate,
                uuid,
                publicUrl + "/certificates/" + uuid,
                "0.95",
                40,
                List.of(new Signatory("Jane Roe", "Dean", organization, null)),
                language,
                Map.of());
    }
}
