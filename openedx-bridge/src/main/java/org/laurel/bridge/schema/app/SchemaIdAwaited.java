package org.laurel.bridge.schema.app;

import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.kit.sql.PassingFailure;

/** The registry has not told yet under which id it keeps a schema that we write with. No record is at fault. */
public final class SchemaIdAwaited extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    private final String what;

    private SchemaIdAwaited(String what, @Nullable RegistryUnavailable why) {
        super(what, why);
        this.what = what;
    }

    /** @param why it did not tell when it was asked last; null when it is being asked for the first time */
    static SchemaIdAwaited of(OwnSchema schema, @Nullable RegistryUnavailable why) {
        return new SchemaIdAwaited(
                "the id of the schema of " + schema.subject() + ", "
                        + (why == null ? "for which the schema registry is being asked" : "but " + why.getMessage()),
                why);
    }

    @Override
    public String waitsFor() {
        return what;
    }
}
