package org.laurel.certificates.example.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleSet;

/**
 * An example's status as existing clients read it.
 *
 * @param description the mode
 * @param status {@code started}, {@code success} or {@code error}
 * @param errorReason only with error
 * @param downloadUrl only with success
 */
public record ExampleAnswer(
        String description,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String errorReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String downloadUrl,
        String uuid,
        String fullName,
        String template) {

    /** Newest first: the last mode of the set comes first. */
    static List<ExampleAnswer> of(ExampleSet set) {
        return set.examples().reversed().stream().map(ExampleAnswer::of).toList();
    }

    private static ExampleAnswer of(ExampleCertificate example) {
        return new ExampleAnswer(
                example.description(),
                example.status().slug(),
                example.errorReason(),
                example.downloadUrl(),
                example.uuid(),
                example.fullName(),
                example.template());
    }
}
