package org.laurel.certificates.rendering.app;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.rendering.domain.Labels;

/** What templates see of a document: texts, numbers, lists and maps. {@code docs/certificates/templates.md} lists them. */
final class DataModel {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi");
    private static final int LONG_TEXT = 40;
    private static final int VERY_LONG_TEXT = 80;

    private DataModel() {}

    /** The values of a document, dates and labels in a language. */
    static Map<String, Object> of(CertificateDocument document, String language) {
        Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
        Map<String, Object> values = new HashMap<>();
        values.put("learner_name", document.learnerName());
        values.put("course_title", document.courseTitle());
        values.put("course_run", document.courseRun());
        values.put("organization", document.organization());
        values.put("mode", document.mode());
        values.put("mode_text", document.modeText());
        values.put("issue_date", document.issueDate().toString());
        values.put(
                "issue_date_text",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(document.issueDate()));
        values.put("verify_uuid", document.verifyUuid());
        values.put("verify_url", document.verifyUrl());
        values.put("grade", orEmpty(document.grade()));
        values.put("hours_of_effort", document.hoursOfEffort() == null ? "" : document.hoursOfEffort());
        values.put(
                "signatories",
                document.signatories().stream().map(DataModel::signatory).toList());
        values.put("language", language);
        values.put("direction", isRightToLeft(language) ? "rtl" : "ltr");
        values.put("texts", document.texts());
        values.put("labels", Labels.of(language).words());
        values.put("name_size", size(document.learnerName()));
        values.put("title_size", size(document.courseTitle()));
        return values;
    }

    /** Whether a language is written from right to left. */
    static boolean isRightToLeft(String language) {
        return RIGHT_TO_LEFT.contains(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
    }

    private static Map<String, String> signatory(CertificateDocument.Signatory signatory) {
        return Map.of(
                "name", signatory.name(),
                "title", signatory.title(),
                "organization", signatory.organization(),
                "signature_image", orEmpty(signatory.signatureImage()));
    }

    /** How large a text can be printed on one line or two. */
    private static String size(String text) {
        int length = text.codePointCount(0, text.length());
        return length > VERY_LONG_TEXT ? "small" : length > LONG_TEXT ? "medium" : "large";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
