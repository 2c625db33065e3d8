package org.laurel.certificates.example.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleCertificate.Update;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.certificates.example.domain.ExampleSubject;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.rendering.app.PdfRendering;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.TemplateCandidate;
import org.laurel.certificates.template.domain.TemplateChoice;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.certificates.template.domain.TemplateWanted;
import org.laurel.kit.domain.Cause;

/**
 * Renders one example certificate for each mode that learners of a course run can choose now, by the template that a
 * certificate of that mode would get. Renders first, outside of a transaction, and keeps the outcome afterwards: there are a
 * dozen modes at most, so that it is done within the request.
 */
@ApplicationScoped
public class ExampleGeneration {

    private final ModeQuery modes;
    private final TemplateQuery templates;
    private final PdfRendering rendering;
    private final ExampleRecording recording;
    private final Clock clock;
    private final String publicUrl;

    ExampleGeneration(
            ModeQuery modes,
            TemplateQuery templates,
            PdfRendering rendering,
            ExampleRecording recording,
            Clock clock,
            @ConfigProperty(name = "laurel.public-url") String publicUrl) {
        this.modes = modes;
        this.templates = templates;
        this.rendering = rendering;
        this.recording = recording;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** A course run whose examples are wanted, and why. */
    public record Wanted(ExampleSubject subject, Cause cause) {}

    /** Renders and keeps the sets, in order. */
    public List<ExampleSet> apply(List<Wanted> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RenderedSet> rendered =
                wanted.stream().map(one -> render(one, now)).toList();
        recording.apply(rendered);
        return rendered.stream().map(RenderedSet::set).toList();
    }

    private RenderedSet render(Wanted wanted, Instant now) {
        ExampleSubject subject = wanted.subject();
        List<TemplateWanted> questions = modes.forRun(subject.courseKey()).selectable(now).list().stream()
                .map(CourseMode::slug)
                .distinct()
                .map(slug ->
                        new TemplateWanted(subject.courseKey().org(), subject.courseKey(), slug, subject.language()))
                .toList();
        List<TemplateCandidate> candidates = templates.candidates(questions);
        Map<Long, TemplateVersion> versions = templates.versions(
                candidates.stream().map(TemplateCandidate::versionId).toList());
        List<ExampleCertificate> examples = new ArrayList<>();
        Map<String, byte[]> files = new HashMap<>();
        for (TemplateWanted question : questions) {
            TemplateVersion version = TemplateChoice.choose(candidates, question)
                    .map(candidate -> versions.get(candidate.versionId()))
                    .orElse(null);
            examples.add(render(subject, question.mode(), version, now, files));
        }
        return new RenderedSet(new ExampleSet(subject.courseKey(), now, examples), files, wanted.cause());
    }

    private ExampleCertificate render(
            ExampleSubject subject,
            String mode,
            @Nullable TemplateVersion version,
            Instant now,
            Map<String, byte[]> files) {
        ExampleCertificate example =
                ExampleCertificate.start(UUID.randomUUID().toString().replace("-", ""), subject.courseKey(), mode);
        try {
            files.put(
                    ExampleCertificate.owner(example.uuid()), rendering.render(document(subject, mode, now), version));
            return updated(example.update(
                    "success",
                    null,
                    publicUrl + "/api/certificates/v1/example-certificates/" + example.uuid() + "/file"));
        } catch (RenderFailure failure) {
            String place =
                    failure.line() == null ? "" : "Line " + failure.line() + ", column " + failure.column() + ": ";
            return updated(example.update("error", place + failure.reason(), null));
        }
    }

    private CertificateDocument document(ExampleSubject subject, String mode, Instant now) {
        return CertificateDocument.example(
                subject.title(),
                subject.courseKey().value(),
                subject.organization(),
                mode,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                subject.language() == null ? "en" : subject.language(),
                publicUrl);
    }

    private static ExampleCertificate updated(Update update) {
        return switch (update) {
            case Update.Updated updated -> updated.example();
            case Update.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }
}
