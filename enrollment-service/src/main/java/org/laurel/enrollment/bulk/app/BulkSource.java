package org.laurel.enrollment.bulk.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a long list come from. */
public sealed interface BulkSource {

    /** Everybody in every course run. */
    record Listed(List<String> identifiers, List<String> courseIds) implements BulkSource {}

    /**
     * A file of comma-separated values with a header row.
     *
     * @param courseId the course run of rows that name none, null when every row has to
     */
    record SentFile(Path path, @Nullable String courseId) implements BulkSource {}
}
