package org.laurel.certificates.example.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleCertificate.Update;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.certificates.mode.domain.CourseMode;
import org.laurel.certificates.page.app.DocumentAssembly;
import org.laurel.certificates.page.app.DocumentAssembly.Assembled;
import org.laurel.certificates.page.app.DocumentAssembly.Reading;
import org.laurel.certificates.page.app.SampleCertificates;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.rendering.app.PdfRendering;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.page.PublicUrl;

/**
 * Renders one example certificate for each mode that learners of a course run can choose now: what the file of a certificate of
 * that mode would be, by its template and its texts. Renders first and keeps the outcome afterwards, in a transaction of its own:
 * there are a dozen modes at most, so that it is done within the request.
 */
@ApplicationScoped
public class ExampleGeneration {

    private final ModeQuery modes;
    private final SampleCertificates samples;
    private final DocumentAssembly documents;
    private final PdfRendering rendering;
    private final ExampleRecording recording;
    private final Clock clock;
    private final String publicUrl;

    ExampleGeneration(
            ModeQuery modes,
            SampleCertificates samples,
            DocumentAssembly documents,
            PdfRendering rendering,
            ExampleRecording recording,
            Clock clock,
            PublicUrl publicUrl) {
        this.modes = modes;
        this.samples = samples;
        this.documents = documents;
        this.rendering = rendering;
        this.recording = recording;
        this.clock = clock;
        this.publicUrl = publicUrl.origin();
    }

    /** A course run whose examples are wanted, and why. */
    public record Wanted(CourseKey courseKey, Cause cause) {}

    /** Renders and keeps the sets, in order. */
    public List<ExampleSet> apply(List<Wanted> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RenderedSet> rendered =
                wanted.stream().map(one -> render(one, now)).toList();
        recording.apply(rendered);
        return rendered.stream().map(RenderedSet::set).toList();
    }

    private RenderedSet render(Wanted wanted, Instant now) {
        CourseKey course = wanted.courseKey();
        List<String> slugs = modes.forRun(course).selectable(now).list().stream()
                .map(CourseMode::slug)
                .distinct()
                .toList();
        List<ExampleCertificate> examples = new ArrayList<>();
        Map<String, byte[]> files = new HashMap<>();
        for (Shown shown : samples.of(course, slugs)) {
            examples.add(render(shown, files));
        }
        return new RenderedSet(new ExampleSet(course, now, examples), files, wanted.cause());
    }

    private ExampleCertificate render(Shown shown, Map<String, byte[]> files) {
        ExampleCertificate example = ExampleCertificate.start(
                UUID.randomUUID().toString().replace("-", ""),
                shown.key().courseKey(),
                shown.issued().certificate().mode());
        try {
            Assembled assembled = documents.assemble(shown, Reading.OF_FILE);
            files.put(
                    ExampleCertificate.owner(example.uuid()),
                    rendering.render(assembled.document(), assembled.template()));
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

    private static ExampleCertificate updated(Update update) {
        return switch (update) {
            case Update.Updated updated -> updated.example();
            case Update.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }
}
