package org.laurel.enrollment.importing.domain;

import java.util.Optional;

/** How the rows of a file are written. */
public enum ImportFormat {
    /** One JSON object a line. */
    JSONL,
    /** Comma-separated values by RFC 4180, with a header row. */
    CSV;

    /** The format of a media type without parameters, in lower case. */
    public static Optional<ImportFormat> ofMediaType(String mediaType) {
        return switch (mediaType) {
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(JSONL);
            case "text/csv", "application/csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }

    /** The name in reports and in the database. */
    public String slug() {
        return this == JSONL ? "jsonl" : "csv";
    }

    /** The format with this name. */
    public static ImportFormat of(String slug) {
        return slug.equals("csv") ? CSV : JSONL;
    }
}
