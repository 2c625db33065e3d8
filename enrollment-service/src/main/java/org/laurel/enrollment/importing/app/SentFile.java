package org.laurel.enrollment.importing.app;

import java.nio.file.Path;
import org.laurel.enrollment.importing.domain.ImportFormat;

/**
 * A file of rows that a client has sent.
 *
 * @param path where it lies for now
 * @param sha256 hash of its bytes
 * @param size how many bytes it has
 * @param firstLine the number of its first line in the file that it was cut from
 */
public record SentFile(Path path, String sha256, long size, ImportFormat format, long firstLine) {}
