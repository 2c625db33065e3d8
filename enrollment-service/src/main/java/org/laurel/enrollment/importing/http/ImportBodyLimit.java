package org.laurel.enrollment.importing.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.limit.BodyLimit;
import org.laurel.kit.problem.Problem;

/** Files of imports come in parts when they are large: their senders are told how. */
@Singleton
public class ImportBodyLimit implements BodyLimit {

    private static final String IMPORTS = "/api/enrollment/v1/imports";

    private final long largest;

    ImportBodyLimit(@ConfigProperty(name = "laurel.import.max-part-size") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    @Override
    public boolean covers(String path) {
        return path.startsWith(IMPORTS);
    }

    @Override
    public long bytes() {
        return largest;
    }

    @Override
    public Problem problem() {
        return ImportBody.tooLarge().problem();
    }
}
