package org.laurel.completion.progress.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.events.key.CourseKey;

/**
 * The caller's progress as a small page for a frame. It needs no script, and no cache that others share keeps it. Which sites may
 * frame it the deployment says.
 */
@ApplicationScoped
@Startup
class ProgressBarPage {

    private final SnapshotReading snapshot;
    private final ProgressQuery progress;
    private final EffectiveLearner learners;
    private final Template page;
    private final String policy;

    ProgressBarPage(
            SnapshotReading snapshot,
            ProgressQuery progress,
            EffectiveLearner learners,
            @Location("progress/bar.html") Template page,
            @ConfigProperty(name = "laurel.completion.progress-bar.frame-ancestors") String frameAncestors) {
        this.snapshot = snapshot;
        this.progress = progress;
        this.learners = learners;
        this.page = page;
        this.policy =
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors "
                        + sources(frameAncestors);
    }

    /** The page of a course run or one of its chapters; 0 % of whatever is not there. */
    Response of(String path) {
        ProgressBarPlace place = ProgressBarPlace.of(path);
        String title = place.chapter() == null ? "Course progress" : "Chapter progress";
        return Response.ok(page.data("title", title, "percent", percent(place)).render())
                .type(MediaType.TEXT_HTML + "; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", policy)
                .build();
    }

    private int percent(ProgressBarPlace place) {
        Selected self = learners.self();
        CourseKey courseKey = place.courseKey();
        if (courseKey == null) {
            return 0;
        }
        Extent extent = place.extent();
        double percent = snapshot.read(() -> progress.of(self.id(), courseKey, extent))
                .flatMap(view -> percent(view, place))
                .orElse(0.0);
        return (int) Math.rint(percent * 100);
    }

    private static Optional<Double> percent(ProgressView view, ProgressBarPlace place) {
        CourseView seen = view.view();
        if (seen == null) {
            return Optional.empty();
        }
        return place.chapter() == null
                ? Optional.of(view.tally(seen.course()).percent())
                : seen.aggregates().stream()
                        .filter(place::names)
                        .findFirst()
                        .map(chapter -> view.tally(chapter).percent());
    }

    /** Refuses to start with what would end the directive. */
    private static String sources(String configured) {
        if (!configured.matches("[^;,\\p{Cntrl}]+")) {
            throw new IllegalArgumentException(
                    "laurel.completion.progress-bar.frame-ancestors takes sources separated by spaces");
        }
        return configured.strip();
    }
}
