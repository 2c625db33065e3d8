package org.laurel.certificates.legacyimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportRows.Placed;
import org.laurel.certificates.legacyimport.db.ImportedStateQuery;
import org.laurel.certificates.legacyimport.domain.LegacyCertificate;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.certificates.legacyimport.domain.RowReading;
import org.laurel.events.key.LearnerId;

/** Checks rows: each by itself, then against the rows before it and against what is here. A fixed number of statements. */
@ApplicationScoped
class RowChecking {

    private final ImportRows rows;
    private final ImportedStateQuery state;
    private final CertificateQuery certificates;
    private final Clock clock;

    RowChecking(ImportRows rows, ImportedStateQuery state, CertificateQuery certificates, Clock clock) {
        this.rows = rows;
        this.state = state;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** The rows in their order, each with its verdict. */
    List<CheckedRow> apply(long importId, List<Placed> placed) {
        Instant now = clock.instant();
        List<CheckedRow> read =
                withLearners(placed.stream().map(row -> read(row, now)).toList());
        Known known = known(importId, read);
        Set<CaseKey> taken = new HashSet<>(known.takenCases());
        Map<String, CaseKey> ids = new HashMap<>(known.takenIds());
        List<CheckedRow> checked = new ArrayList<>(read.size());
        for (CheckedRow row : read) {
            RowCode problem = row.refused() == null ? problem(row, known, taken, ids) : row.refused();
            checked.add(problem == null ? row : row.refused(problem));
            if (problem == null) {
                taken.add(row.requiredKey());
                String id = row.required().stated().verifyUuid();
                if (id != null) {
                    ids.put(id, row.requiredKey());
                }
            }
        }
        return checked;
    }

    /** What the rows are checked against. */
    private record Known(Set<CaseKey> takenCases, Map<String, CaseKey> takenIds, Map<CaseKey, String> publicIds) {}

    private static CheckedRow read(Placed placed, Instant now) {
        RawRow raw = placed.row();
        if (raw.problem() != null) {
            return new CheckedRow(placed, null, null, raw.problem());
        }
        return switch (RowReading.read(raw.members(), now)) {
            case RowReading.Accepted accepted -> new CheckedRow(placed, accepted.certificate(), null, null);
            case RowReading.Refused refused -> new CheckedRow(placed, null, null, refused.code());
        };
    }

    private List<CheckedRow> withLearners(List<CheckedRow> read) {
        List<String> usernames = read.stream()
                .map(CheckedRow::certificate)
                .filter(certificate -> certificate != null && certificate.learnerId() == null)
                .map(certificate -> lower(Objects.requireNonNull(certificate).username()))
                .distinct()
                .toList();
        Map<String, LearnerId> found = state.learners(usernames);
        return read.stream().map(row -> withLearner(row, found)).toList();
    }

    private static CheckedRow withLearner(CheckedRow row, Map<String, LearnerId> found) {
        LegacyCertificate certificate = row.certificate();
        if (certificate == null) {
            return row;
        }
        @Nullable LearnerId learner =
                certificate.learnerId() == null ? found.get(lower(certificate.username())) : certificate.learnerId();
        return learner == null
                ? row.refused(RowCode.UNKNOWN_LEARNER)
                : new CheckedRow(row.placed(), certificate, certificate.key(learner), null);
    }

    private Known known(long importId, List<CheckedRow> read) {
        List<CheckedRow> complete =
                read.stream().filter(row -> row.refused() == null).toList();
        List<CaseKey> cases =
                complete.stream().map(CheckedRow::requiredKey).distinct().toList();
        List<String> ids = complete.stream()
                .map(row -> row.required().stated().verifyUuid())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        Map<String, CaseKey> takenIds = new HashMap<>(rows.acceptedIds(importId, ids));
        takenIds.putAll(certificates.casesOf(ids));
        return new Known(rows.acceptedCases(importId, cases), takenIds, state.publicIds(cases));
    }

    private static @Nullable RowCode problem(
            CheckedRow row, Known known, Set<CaseKey> taken, Map<String, CaseKey> ids) {
        CaseKey key = row.requiredKey();
        if (taken.contains(key)) {
            return RowCode.DUPLICATE_ROW;
        }
        String id = row.required().stated().verifyUuid();
        if (id == null) {
            return null;
        }
        CaseKey owner = ids.get(id);
        if (owner != null && !owner.equals(key)) {
            return RowCode.UUID_IN_USE;
        }
        String publicId = known.publicIds().get(key);
        return publicId != null && !publicId.equals(id) ? RowCode.OTHER_UUID : null;
    }

    private static String lower(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
