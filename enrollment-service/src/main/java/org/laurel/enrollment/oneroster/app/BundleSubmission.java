package org.laurel.enrollment.oneroster.app;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.app.FileStaging;
import org.laurel.enrollment.importing.app.FileStaging.Stage;
import org.laurel.enrollment.importing.app.ImportOpening;
import org.laurel.enrollment.importing.app.ImportOpening.Open;
import org.laurel.enrollment.importing.app.ImportStarting;
import org.laurel.enrollment.importing.app.RowSource;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.oneroster.domain.BundleRecord;
import org.laurel.enrollment.oneroster.domain.Catalogue;
import org.laurel.enrollment.oneroster.domain.Classes;
import org.laurel.enrollment.oneroster.domain.Manifest;
import org.laurel.enrollment.oneroster.domain.Rosters;
import org.laurel.enrollment.oneroster.domain.Users;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/**
 * Opens an import of a OneRoster 1.2 bundle, keeps its classes, users and enrollments as rows about course runs, learners and
 * enrollments, in this order, and starts it: all or nothing.
 */
@ApplicationScoped
public class BundleSubmission {

    /** Organisations, sessions, courses and classes are in memory while a bundle is read; learners and enrollments are not. */
    private static final int MOST_IN_MEMORY = 500_000;

    private final ImportOpening opening;
    private final FileStaging staging;
    private final ImportStarting starting;
    private final Clock clock;
    private final long largest;

    BundleSubmission(
            ImportOpening opening,
            FileStaging staging,
            ImportStarting starting,
            Clock clock,
            @ConfigProperty(name = "laurel.import.max-size") MemorySize largest) {
        this.opening = opening;
        this.staging = staging;
        this.starting = starting;
        this.clock = clock;
        this.largest = largest.asLongValue();
    }

    /** A bundle that lies in a file. */
    public record SentBundle(Path path, String sha256, boolean dryRun, Cause cause) {}

    /**
     * Submits bundles and returns the ids of their imports.
     *
     * @throws ProblemException when a bundle is none, is not of version 1.2, or tells changes only
     */
    @Transactional
    public List<Long> apply(List<SentBundle> commands) {
        return commands.stream().map(this::submit).toList();
    }

    private long submit(SentBundle sent) {
        long id = opening.apply(List.of(new Open(ImportRun.ONEROSTER, sent.dryRun(), sent.cause())))
                .getFirst();
        try (Bundle bundle = Bundle.open(sent.path(), largest)) {
            new Reading(id, sent.sha256(), bundle).read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        starting.apply(List.of(id));
        return id;
    }

    /** The reading of one bundle. */
    private final class Reading {

        private final long id;
        private final String sha256;
        private final Bundle bundle;
        private final Manifest manifest = new Manifest();
        private final Catalogue catalogue = new Catalogue();
        private final Classes classes = new Classes(catalogue);

        Reading(long id, String sha256, Bundle bundle) {
            this.id = id;
            this.sha256 = sha256;
            this.bundle = bundle;
        }

        void read() throws IOException {
            each("manifest.csv", List.of("propertyname", "value"), manifest::take, () -> 0);
            Manifest.Objection objection = manifest.objection();
            if (objection != null) {
                throw ProblemException.badRequest(objection.code(), objection.detail());
            }
            remember("orgs", List.of("sourcedid"), catalogue::organisation);
            remember("academicSessions", List.of("sourcedid", "startdate", "enddate"), catalogue::session);
            remember("courses", List.of("sourcedid"), catalogue::course);
            keep(1, RowKind.COURSE_RUNS, "classes", List.of("sourcedid", "title", "coursesourcedid"), row -> {
                RawRow run = classes.courseRun(row);
                requireRoom(classes.size());
                return run;
            });
            keep(2, RowKind.LEARNERS, "users", List.of("sourcedid", "enableduser", "username"), Users::learner);
            Rosters rosters = new Rosters(classes, clock.instant());
            List<String> columns = List.of("classsourcedid", "usersourcedid", "role");
            keep(3, RowKind.ENROLLMENTS, "enrollments", columns, rosters::enrollment);
        }

        private void remember(String file, List<String> columns, Consumer<BundleRecord> take) throws IOException {
            if (manifest.has(file)) {
                each(file + ".csv", columns, take, catalogue::size);
            }
        }

        private void each(String name, List<String> columns, Consumer<BundleRecord> take, IntSupplier inMemory)
                throws IOException {
            RowSource rows = bundle.rows(name, columns);
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (row.problem() != null) {
                    throw ProblemException.badRequest(
                            row.problem().slug(),
                            name + ", line " + row.line() + ": " + row.problem().message());
                }
                take.accept(BundleRecord.of(row));
                requireRoom(inMemory.getAsInt());
            }
        }

        private void keep(
                int number, RowKind kind, String file, List<String> columns, Function<BundleRecord, RawRow> become)
                throws IOException {
            if (manifest.has(file)) {
                String name = file + ".csv";
                RowSource rows = new Become(bundle.rows(name, columns), become);
                staging.apply(List.of(new Stage(id, number, kind, name, sha256, bundle.size(name), rows)));
            }
        }
    }

    private static void requireRoom(int inMemory) {
        if (inMemory > MOST_IN_MEMORY) {
            throw new ProblemException(Problem.of(
                    413,
                    "bundle_too_large",
                    "A bundle has at most " + MOST_IN_MEMORY + " organisations, sessions, courses and classes."));
        }
    }

    /** Rows that become others on their way. */
    private record Become(RowSource rows, Function<BundleRecord, RawRow> become) implements RowSource {

        @Override
        public @Nullable RawRow next() throws IOException {
            RawRow row = rows.next();
            return row == null || row.problem() != null ? row : become.apply(BundleRecord.of(row));
        }

        @Override
        public @Nullable List<String> header() {
            return null;
        }
    }
}
