package org.laurel.enrollment.oneroster.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bundle says it holds: {@code manifest.csv}. */
public final class Manifest {

    /** The files that are read, by the names that the manifest has for them. */
    public static final List<String> FILES =
            List.of("orgs", "academicSessions", "courses", "classes", "users", "enrollments");

    private static final String VERSION = "1.2";

    private static final String VERSION_PROPERTY = "oneroster.version";
    private static final String FILE = "file.";

    private final Map<String, String> properties = new HashMap<>();

    /** Reads a row. Only what is asked for later is kept: a manifest may have any number of other properties. */
    public void take(BundleRecord row) {
        String name = row.get("propertyname");
        boolean isAskedFor = name.equals(VERSION_PROPERTY)
                || (name.startsWith(FILE) && FILES.contains(name.substring(FILE.length())));
        if (isAskedFor) {
            properties.put(name, row.get("value"));
        }
    }

    /** How many properties are kept. */
    int size() {
        return properties.size();
    }

    /** Why the bundle is not taken, null when it is: another version, or only the changes since some other bundle. */
    public @Nullable Objection objection() {
        if (!VERSION.equals(properties.get(VERSION_PROPERTY))) {
            return new Objection("unsupported_version", "manifest.csv has to say oneroster.version 1.2.");
        }
        Optional<String> delta =
                FILES.stream().filter(file -> mode(file).equals("delta")).findFirst();
        if (delta.isPresent()) {
            return new Objection(
                    "delta_not_supported",
                    "Bundles of changes (delta) are not taken; send a bundle of the whole (bulk). "
                            + "It changes only what differs.");
        }
        Optional<String> other = FILES.stream()
                .filter(file -> !mode(file).equals("bulk") && !mode(file).equals("absent"))
                .findFirst();
        return other.map(file -> new Objection(
                        "manifest_unclear", "manifest.csv has to say bulk or absent for file." + file + "."))
                .orElse(null);
    }

    /** Whether the bundle has a file. */
    public boolean has(String file) {
        return mode(file).equals("bulk");
    }

    /** A file that the manifest does not mention is not there. */
    private String mode(String file) {
        return properties.getOrDefault(FILE + file, "absent");
    }

    /** Why a bundle is not taken, as a code and in a sentence. */
    public record Objection(String code, String detail) {}
}
