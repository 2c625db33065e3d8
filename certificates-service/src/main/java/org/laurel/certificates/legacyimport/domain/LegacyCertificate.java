package org.laurel.certificates.legacyimport.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;

/**
 * A certificate of another system, read from a row.
 *
 * @param learnerId null when the row names the learner by username only
 * @param username empty when the row names the learner by id only
 * @param stated the certificate
 * @param modifiedAt business time of its last change
 * @param account what the row says of the learner, null when that is too little for a snapshot
 */
public record LegacyCertificate(
        @Nullable LearnerId learnerId,
        String username,
        CourseKey courseKey,
        StatedCertificate stated,
        Instant modifiedAt,
        @Nullable Account account) {

    /** Where facts of imports come from. */
    public static final String SOURCE = "/imports";

    /** What a row says of a learner besides the id. */
    public record Account(String username, String email, String name, boolean active) {

        /** The learner as of a time; anything that enrollment-service tells is newer. */
        public Learner of(LearnerId id, Instant since) {
            return new Learner(id, username, email, name, active, 0, since);
        }
    }

    /** The case of a learner that is found. */
    public CaseKey key(LearnerId learner) {
        return new CaseKey(learner, courseKey);
    }

    /**
     * The fact that the row is. It counts at the time of the certificate's last change, so that whatever the platform tells of
     * later times folds on top of it. Of several imports the one that was started last counts, whatever times they state, see
     * {@code Statements.inForce}.
     *
     * @param number the number of the import's job, which grows from start to start
     */
    public Fact.Stated fact(long number) {
        return new Fact.Stated(new FactOrder(modifiedAt, number, Fact.Stated.KIND, SOURCE, fingerprint()), stated);
    }

    /** The same for rows that say the same: a row that says what the last import said is no new fact. */
    public String fingerprint() {
        String all = String.join(
                "\n",
                stated.status().slug(),
                stated.mode(),
                stated.grade(),
                String.valueOf(stated.name()),
                String.valueOf(stated.verifyUuid()),
                String.valueOf(stated.createdAt()),
                modifiedAt.toString(),
                stated.downloadUuid(),
                stated.downloadUrl(),
                stated.errorReason());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
