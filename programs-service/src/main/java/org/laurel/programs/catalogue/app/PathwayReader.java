package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;

/** Reads a pathway's document; members that nobody here knows are passed over. Source: programs, pathway. */
public final class PathwayReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_ADDRESS = 512;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int MOST_PROGRAMS = 1_000;
    /** Every client's numbers hold it exactly. */
    private static final long HIGHEST_ID = (1L << 53) - 1;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\",;:]+@[^@\\s\\p{Cntrl}<>\",;:]+");

    private final Findings findings = new Findings();
    private final JsonNode document;

    private PathwayReader(JsonNode document) {
        this.document = document;
    }

    /** Reads the document that was put under the uuid. */
    public static Reading<Pathway> read(UUID uuid, JsonNode document) {
        PathwayReader reader = new PathwayReader(document);
        return reader.findings.reading(reader.pathway(uuid));
    }

    private Pathway pathway(UUID uuid) {
        findings.document(document, uuid);
        return new Pathway(
                id(),
                uuid,
                findings.required(document, "", "name", LONGEST_NAME),
                findings.required(document, "", "org_name", LONGEST_NAME),
                email(),
                findings.text(document, "", "description", LONGEST_DESCRIPTION),
                findings.address(document, "destination_url", LONGEST_ADDRESS),
                findings.named(
                        document, "pathway_type", PathwayType.CREDIT, PathwayType::of, "must be credit or industry"),
                findings.named(
                        document,
                        "status",
                        PathwayStatus.PUBLISHED,
                        PathwayStatus::of,
                        "must be published, unpublished or retired"),
                programs());
    }

    private long id() {
        JsonNode id = document.path("id");
        if (id.isMissingNode() || id.isNull()) {
            return 0;
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1 || id.longValue() > HIGHEST_ID) {
            findings.add("id", "must be a whole number from 1 to " + HIGHEST_ID);
            return 0;
        }
        return id.longValue();
    }

    private @Nullable String email() {
        String email = findings.text(document, "", "email", LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            findings.add("email", "must be an email address");
        }
        return email;
    }

    /** By their uuids, or as a discovery service has them: as objects with a uuid. */
    private List<UUID> programs() {
        JsonNode uuids = document.path("program_uuids");
        return uuids.isMissingNode() || uuids.isNull() ? programs("programs", true) : programs("program_uuids", false);
    }

    private List<UUID> programs(String member, boolean areObjects) {
        List<JsonNode> items = findings.list(document, "", member);
        if (items.size() > MOST_PROGRAMS) {
            findings.add(member, "must not name more than " + MOST_PROGRAMS + " programs");
            return List.of();
        }
        Set<UUID> programs = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String path = member + "[" + i + "]" + (areObjects ? ".uuid" : "");
            JsonNode uuid = areObjects ? items.get(i).path("uuid") : items.get(i);
            Optional<UUID> program = UuidText.parse(uuid.textValue());
            if (program.isEmpty()) {
                findings.add(path, "must be a uuid");
            } else if (!programs.add(program.get())) {
                findings.add(path, "must not name a program twice");
            }
        }
        return List.copyOf(programs);
    }
}
