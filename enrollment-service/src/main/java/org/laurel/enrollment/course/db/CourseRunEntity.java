package org.laurel.enrollment.course.db;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** A row of {@code course_run} with its modes. Only this package knows it; everybody else sees {@link CourseRun}. */
@Entity
@Table(name = "course_run")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields.
class CourseRunEntity {

    @Id
    private String courseKey;

    private @Nullable String displayName;
    private String org;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private @Nullable Instant enrollmentStartsAt;
    private @Nullable Instant enrollmentEndsAt;
    private boolean selfPaced;
    private String certificatesDisplayBehavior;
    private @Nullable Instant certificateAvailableAt;
    private boolean certificatesShowBeforeEnd;
    private boolean htmlCertificatesEnabled;
    private boolean invitationOnly;
    private @Nullable Integer maxEnrollments;
    private boolean mobileAvailable;

    @Column(name = "is_ccx")
    private boolean ccx;

    private long version;
    private Instant occurredAt;
    private long modesVersion;
    private @Nullable Instant modesOccurredAt;

    @Embedded
    private CauseColumns cause;

    @OneToMany(mappedBy = "courseRun", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CourseModeEntity> modes = new ArrayList<>();

    protected CourseRunEntity() {}

    CourseRunEntity(CourseKey key) {
        courseKey = key.value();
    }

    String courseKey() {
        return courseKey;
    }

    /** Takes on the settings and their version. */
    void take(CourseRun run, Cause why) {
        CourseRunSettings settings = run.settings();
        displayName = settings.displayName();
        org = settings.org();
        startsAt = settings.start();
        endsAt = settings.end();
        enrollmentStartsAt = settings.enrollment().start();
        enrollmentEndsAt = settings.enrollment().end();
        selfPaced = settings.selfPaced();
        certificatesDisplayBehavior = settings.display().behavior();
        certificateAvailableAt = settings.display().availableDate();
        certificatesShowBeforeEnd = settings.showBeforeEnd();
        htmlCertificatesEnabled = settings.htmlCertificates();
        invitationOnly = settings.enrollment().invitationOnly();
        maxEnrollments = settings.enrollment().maxEnrollments();
        mobileAvailable = settings.mobileAvailable();
        ccx = settings.ccx();
        version = run.version();
        occurredAt = run.occurredAt();
        cause = new CauseColumns(why);
    }

    /** Takes on the list of modes and its version. Rows of modes that stay are changed, not replaced. */
    void takeModes(CourseRun run, Instant since, Cause why) {
        Map<String, CourseModeEntity> known = new HashMap<>();
        modes.forEach(mode -> known.put(mode.identity(), mode));
        List<CourseModeEntity> next = new ArrayList<>();
        for (CourseMode mode : run.modes().list()) {
            CourseModeEntity row =
                    known.getOrDefault(CourseModeEntity.identity(mode), new CourseModeEntity(this, mode));
            row.take(mode, next.size(), why);
            next.add(row);
        }
        modes.clear();
        modes.addAll(next);
        modesVersion = run.modesVersion();
        modesOccurredAt = since;
        cause = new CauseColumns(why);
    }

    CourseRun toDomain() {
        CourseRunSettings settings = new CourseRunSettings(
                displayName,
                org,
                startsAt,
                endsAt,
                new EnrollmentWindow(enrollmentStartsAt, enrollmentEndsAt, invitationOnly, maxEnrollments),
                selfPaced,
                new CertificateDisplay(certificatesDisplayBehavior, certificateAvailableAt),
                certificatesShowBeforeEnd,
                htmlCertificatesEnabled,
                mobileAvailable,
                ccx);
        CourseModes list =
                new CourseModes(modes.stream().map(CourseModeEntity::toDomain).toList());
        return new CourseRun(new CourseKey(courseKey), settings, version, occurredAt, list, modesVersion);
    }
}
