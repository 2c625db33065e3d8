package org.laurel.certificates.legacyimport.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Reads a row of an import: by itself, without looking at anything else. Source: certificates, entities;
 * additions, unknown modes are kept.
 */
public sealed interface RowReading {

    /** The row is a certificate. */
    record Accepted(LegacyCertificate certificate) implements RowReading {}

    /** The row is none. */
    record Refused(RowCode code) implements RowReading {}

    /** The members that are read; all others are passed over and never kept. */
    static boolean isMember(String name) {
        return RowReader.MEMBERS.contains(name);
    }

    /** Reads the members of a row; those that are empty count as absent. */
    static RowReading read(Map<String, String> members, Instant now) {
        try {
            return new Accepted(new RowReader(members, now).certificate());
        } catch (RowReader.Unacceptable refused) {
            return new Refused(refused.code());
        }
    }
}
