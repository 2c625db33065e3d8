package org.laurel.programs.catalogue.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.laurel.programs.catalogue.domain.Organization;

/** Reads an organisation's document; members that nobody here knows are passed over. Source: programs, catalog copies. */
public final class OrganizationReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 512;

    private OrganizationReader() {}

    /** Reads the document that was put under the uuid. */
    public static Reading<Organization> read(UUID uuid, JsonNode document) {
        Findings findings = new Findings();
        findings.document(document, uuid);
        String key = findings.required(document, "", "key", LONGEST_NAME);
        String name = findings.text(document, "", "name", LONGEST_NAME);
        return findings.reading(new Organization(
                uuid,
                key,
                name == null ? key : name,
                findings.address(document, "logo_image_url", LONGEST_ADDRESS),
                findings.address(document, "certificate_logo_image_url", LONGEST_ADDRESS)));
    }
}
