package org.laurel.certificates.rendering.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
 * @param texts what the deployment and the course run configure for their certificates, by name: {@code
 *     platform_name} for instance
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

    /** The name on certificates that are nobody's. */
    public static final String EXAMPLE_NAME = "John Doë";

    public CertificateDocument {
        signatories = List.copyOf(signatories);
        texts = Map.copyOf(texts);
    }

    /**
     * The same without pictures that cannot be shown, signatures and those that {@code texts} name with {@code _src}.
     *
     * @param shown tells by the address whether a picture can be shown
     */
    public CertificateDocument withPictures(Predicate<String> shown) {
        Map<String, String> fewer = new HashMap<>(texts);
        fewer.entrySet().removeIf(text -> text.getKey().endsWith("_src") && !shown.test(text.getValue()));
        return new CertificateDocument(
                learnerName,
                courseTitle,
                courseRun,
                organization,
                mode,
                modeText,
                issueDate,
                verifyUuid,
                verifyUrl,
                grade,
                hoursOfEffort,
                signatories.stream().map(one -> one.withPicture(shown)).toList(),
                language,
                fewer);
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
            @Nullable String signatureImage) {

        private Signatory withPicture(Predicate<String> shown) {
            return signatureImage == null || shown.test(signatureImage)
                    ? this
                    : new Signatory(name, title, organization, null);
        }
    }

    /**
     * A document with dummy values, by which templates are checked and previewed. Nobody can look it up.
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
                EXAMPLE_NAME,
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
