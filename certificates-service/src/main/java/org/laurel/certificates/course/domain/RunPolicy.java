package org.laurel.certificates.course.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * One version of what staff have decided about the certificates of a course run, beside the settings that its directory entry
 * brings. Source: certificates, course settings; decisions 1, 3 and 9.
 *
 * @param id order of recording, grows over all course runs; 0 for the default
 * @param occurredAt since when the version holds
 * @param automaticGeneration whether facts generate certificates of this run; null for yes
 * @param pdfGeneration whether certificates of this run are files that a renderer makes
 * @param selfGenerationEnabled whether learners may ask for their certificate themselves
 * @param languageSpecificTemplatesEnabled whether the language of the run takes part in the choice of a template
 * @param includeHoursOfEffort whether the page tells the hours of effort; null when nobody has said
 * @param mode whether decisions take effect in this run; null as in the whole deployment
 * @param catalogue what a catalogue says of the run
 * @param completion what part completion plays
 */
public record RunPolicy(
        long id,
        Instant occurredAt,
        @Nullable Boolean automaticGeneration,
        boolean pdfGeneration,
        boolean selfGenerationEnabled,
        boolean languageSpecificTemplatesEnabled,
        @Nullable Boolean includeHoursOfEffort,
        @Nullable IssuingMode mode,
        CatalogueFacts catalogue,
        CompletionRule completion) {

    /** A version that knows nothing of a catalogue and in which completion plays no part. */
    public RunPolicy(
            long id,
            Instant occurredAt,
            @Nullable Boolean automaticGeneration,
            boolean pdfGeneration,
            boolean selfGenerationEnabled,
            boolean languageSpecificTemplatesEnabled,
            @Nullable Boolean includeHoursOfEffort,
            @Nullable IssuingMode mode) {
        this(
                id,
                occurredAt,
                automaticGeneration,
                pdfGeneration,
                selfGenerationEnabled,
                languageSpecificTemplatesEnabled,
                includeHoursOfEffort,
                mode,
                CatalogueFacts.NONE,
                CompletionRule.NONE);
    }

    /** What holds until staff decide something. */
    public static final RunPolicy DEFAULT = new RunPolicy(0, Instant.EPOCH, null, false, false, false, null, null);

    /** Before settings of the same time. */
    public static final int KIND = -1;

    /** The version's place among the facts of a learner in the course run. */
    public FactOrder order() {
        return new FactOrder(occurredAt, id, KIND, "", "");
    }

    /** Whether it says the same as another version, whenever that began to hold. */
    public boolean decidesLike(RunPolicy other) {
        return new RunPolicy(
                        other.id,
                        other.occurredAt,
                        automaticGeneration,
                        pdfGeneration,
                        selfGenerationEnabled,
                        languageSpecificTemplatesEnabled,
                        includeHoursOfEffort,
                        mode,
                        catalogue,
                        completion)
                .equals(other);
    }

    /** Whether facts are judged by it as by another version; what pages show makes no difference to that. */
    public boolean judgesLike(RunPolicy other) {
        return Objects.equals(automaticGeneration, other.automaticGeneration)
                && pdfGeneration == other.pdfGeneration
                && selfGenerationEnabled == other.selfGenerationEnabled
                && mode == other.mode
                && completion.equals(other.completion);
    }

    /** Another version of the same policy that says whether learners may ask for their certificate themselves. */
    public RunPolicy withSelfGeneration(boolean enabled, Instant since) {
        return new RunPolicy(
                0,
                since,
                automaticGeneration,
                pdfGeneration,
                enabled,
                languageSpecificTemplatesEnabled,
                includeHoursOfEffort,
                mode,
                catalogue,
                completion);
    }

    /** The language that templates are chosen by; null unless the run's templates go by language and it is known. */
    public @Nullable String templateLanguage() {
        return languageSpecificTemplatesEnabled ? catalogue.language() : null;
    }

    /** The hours of effort that certificates say; null unless the run wants that and they are known. */
    public @Nullable Integer hoursOfEffort() {
        return Boolean.TRUE.equals(includeHoursOfEffort) ? catalogue.hoursOfEffort() : null;
    }
}
