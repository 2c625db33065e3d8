package org.laurel.certificates.legacyimport.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.legacyimport.domain.LegacyCertificate.Account;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * Reads one row, member by member; the first that breaks a rule ends it. Besides Laurel's names of the members it takes those of
 * the table that certificates are exported from.
 */
record RowReader(Map<String, String> members, Instant now) {

    /** Clocks of two systems may differ by as much. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** Mode of a certificate that tells none, as the exporting table has it. */
    private static final String DEFAULT_MODE = "honor";

    /** A member's other names, by Laurel's name. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "learner_id", "user_id",
            "course_key", "course_id",
            "created_at", "created_date",
            "modified_at", "modified_date");

    /** All members that are read, by either name. */
    static final Set<String> MEMBERS = Stream.concat(
                    OTHER_NAMES.values().stream(),
                    Stream.of(
                            "learner_id",
                            "username",
                            "email",
                            "full_name",
                            "is_active",
                            "course_key",
                            "status",
                            "mode",
                            "grade",
                            "name",
                            "verify_uuid",
                            "created_at",
                            "modified_at",
                            "download_uuid",
                            "download_url",
                            "error_reason"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern VERIFY_UUID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern GRADE = Pattern.compile("[01](\\.[0-9]{1,3})?");
    private static final Pattern MODE = Pattern.compile("\\S{1,100}");

    LegacyCertificate certificate() {
        LearnerId learnerId = learnerId();
        String username = text("username", 150);
        require(learnerId != null || !username.isEmpty(), RowCode.MISSING_LEARNER);
        CourseKey courseKey = courseKey();
        StatedCertificate stated = stated();
        Instant modifiedAt = stated.modifiedAt();
        if (modifiedAt == null) {
            throw new Unacceptable(RowCode.MISSING_DATE);
        }
        return new LegacyCertificate(
                learnerId, username, courseKey, stated, modifiedAt, account(username, stated.name()));
    }

    private StatedCertificate stated() {
        CertificateStatus status = status();
        String mode = get("mode").isEmpty() ? DEFAULT_MODE : get("mode");
        require(MODE.matcher(mode).matches(), RowCode.BAD_MODE);
        String uuid = get("verify_uuid");
        require(uuid.isEmpty() || VERIFY_UUID.matcher(uuid).matches(), RowCode.BAD_VERIFY_UUID);
        Instant created = date("created_at");
        Instant modified = date("modified_at");
        return new StatedCertificate(
                status,
                mode,
                grade(),
                members.containsKey("name") ? text("name", 255) : null,
                uuid.isEmpty() ? null : uuid,
                created == null ? modified : created,
                modified == null ? created : modified,
                text("download_uuid", 32),
                text("download_url", 2_048),
                text("error_reason", 512));
    }

    /** A snapshot needs a username and a name; the one on the certificate will do. */
    private @Nullable Account account(String username, @Nullable String certified) {
        String email = text("email", 254);
        String fullName = text("full_name", 255);
        boolean active = flag("is_active");
        String name = fullName.isEmpty() && certified != null ? certified : fullName;
        return username.isEmpty() || name.isEmpty() ? null : new Account(username, email, name, active);
    }

    private @Nullable LearnerId learnerId() {
        String id = get("learner_id");
        try {
            return id.isEmpty() ? null : new LearnerId(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable(RowCode.BAD_LEARNER_ID);
        }
    }

    private CourseKey courseKey() {
        try {
            return new CourseKey(get("course_key"));
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable(RowCode.BAD_COURSE_KEY);
        }
    }

    private CertificateStatus status() {
        try {
            return CertificateStatus.of(get("status"));
        } catch (IllegalArgumentException unknown) {
            throw new Unacceptable(RowCode.UNKNOWN_STATUS);
        }
    }

    /** Grades keep the text that they have; one that is written otherwise or too long for its column is rounded. */
    private String grade() {
        String grade = get("grade");
        if (grade.isEmpty()) {
            return "";
        }
        require(grade.length() <= 32, RowCode.BAD_GRADE);
        try {
            BigDecimal number = new BigDecimal(grade);
            require(
                    number.signum() >= 0 && number.scale() < 32 && number.compareTo(BigDecimal.ONE) <= 0,
                    RowCode.BAD_GRADE);
            return GRADE.matcher(grade).matches() ? grade : Certificate.gradeText(number);
        } catch (NumberFormatException malformed) {
            throw new Unacceptable(RowCode.BAD_GRADE);
        }
    }

    private @Nullable Instant date(String member) {
        String text = get(member);
        if (text.isEmpty()) {
            return null;
        }
        Instant date = LegacyDates.parse(text).orElseThrow(() -> new Unacceptable(RowCode.BAD_DATE));
        require(!date.isAfter(now.plus(CLOCKS)), RowCode.FUTURE_DATE);
        return date;
    }

    private boolean flag(String member) {
        return switch (get(member).toLowerCase(Locale.ROOT)) {
            case "", "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new Unacceptable(RowCode.BAD_FLAG);
        };
    }

    private String text(String member, int longest) {
        String text = get(member);
        require(text.codePointCount(0, text.length()) <= longest, RowCode.TEXT_TOO_LONG);
        return text;
    }

    private String get(String member) {
        String value = members.get(member);
        if (value == null) {
            String other = OTHER_NAMES.get(member);
            value = other == null ? null : members.get(other);
        }
        return value == null ? "" : value.strip();
    }

    private static void require(boolean holds, RowCode code) {
        if (!holds) {
            throw new Unacceptable(code);
        }
    }

    /** Ends the reading of a row. */
    static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final RowCode code;

        Unacceptable(RowCode code) {
            super(code.slug(), null, false, false);
            this.code = code;
        }

        RowCode code() {
            return code;
        }
    }
}
