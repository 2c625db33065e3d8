package org.laurel.programs.detail.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.certificate.domain.CertificateLink;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.DisplayBehavior;
import org.laurel.programs.enrollment.domain.Entitlement;

/** Programs, runs and learners for rules about showing them. */
final class Shown {

    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    static final UUID PROGRAM = UUID.fromString("2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d11");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Addresses.Shop SHOP =
            (skus, bundle) -> skus.isEmpty() ? null : "shop:" + String.join(",", skus) + (bundle == null ? "" : "*");

    private Shown() {}

    /** A program from a document with single quotes. */
    static ProgramDetail program(String document) {
        try {
            Object read = JSON.readValue(document.replace('\'', '"'), Object.class);
            return ProgramDetail.of(PROGRAM, Members.of(read).orElseThrow());
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    static CourseKey key(String run) {
        return new CourseKey("course-v1:Org+" + run + "+2026");
    }

    /** A self-paced run that is open for ever, as the directory knows it. */
    static CourseRun open(String run) {
        return run(run, null, null, null, true);
    }

    static CourseRun run(
            String run,
            @Nullable Instant enrollmentStart,
            @Nullable Instant enrollmentEnd,
            @Nullable Instant end,
            boolean selfPaced) {
        return new CourseRun(
                key(run),
                run,
                "Org",
                null,
                end,
                enrollmentStart,
                enrollmentEnd,
                selfPaced,
                DisplayBehavior.END,
                null,
                false,
                true,
                false,
                false,
                false,
                1,
                NOW);
    }

    static CourseRun byInvitation(CourseRun run) {
        return new CourseRun(
                run.courseKey(),
                run.displayName(),
                run.org(),
                run.start(),
                run.end(),
                run.enrollmentStart(),
                run.enrollmentEnd(),
                run.selfPaced(),
                run.displayBehavior(),
                run.certificateAvailableDate(),
                run.certificatesShowBeforeEnd(),
                run.htmlCertificatesEnabled(),
                true,
                run.mobileAvailable(),
                run.isCcx(),
                run.version(),
                run.occurredAt());
    }

    static Viewer learner(Map<CourseKey, String> modes, Entitlement... entitlements) {
        return new Viewer("ada", modes, List.of(entitlements), Map.of());
    }

    /** A learner with granted certificates in these runs, each under the run's name in lower case. */
    static Viewer certified(String... runs) {
        Map<CourseKey, CertificateLink> links = Stream.of(runs)
                .map(run -> new CertificateLink(
                        new LearnerId("7"), key(run), 1, "downloadable", run.toLowerCase(Locale.ROOT), null))
                .collect(Collectors.toMap(CertificateLink::courseKey, Function.identity()));
        return new Viewer("ada", Map.of(), List.of(), links);
    }

    static Showing to(Viewer viewer, CourseRun... runs) {
        return showing(viewer, false, addresses(false), runs);
    }

    static Showing showing(Viewer viewer, boolean advertises, Addresses addresses, CourseRun... runs) {
        Map<CourseKey, CourseRun> byKey =
                Stream.of(runs).collect(Collectors.toMap(CourseRun::courseKey, Function.identity()));
        return new Showing(viewer, byKey, NOW, Locale.ENGLISH, advertises, addresses);
    }

    static Addresses addresses(boolean isMobile) {
        return new Addresses("https://laurel.example", isMobile, "https://about.example/", "programs/", true, SHOP);
    }
}
