package org.laurel.enrollment.importing.app;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.RawRow;

/** The rows of a file, one at a time, so that no file has to fit into memory. */
public interface RowSource {

    /** The next row, null at the end. */
    @Nullable RawRow next() throws IOException;

    /** The columns of the file, null when rows name their members themselves. */
    @Nullable List<String> header();
}
