package org.laurel.enrollment.course.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.kit.domain.Cause;

/** A row of {@code course_mode}; slug and currency tell it apart within its course run. */
@Entity
@Table(name = "course_mode")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields.
class CourseModeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "course_key")
    private CourseRunEntity courseRun;

    private int position;
    private String slug;
    private String name;
    private int minPrice;
    private String suggestedPrices;
    private String currency;
    private @Nullable Instant expiresAt;
    private boolean expiryIsExplicit;
    private @Nullable String description;
    private @Nullable String sku;
    private @Nullable String bulkSku;
    private @Nullable String androidSku;
    private @Nullable String iosSku;

    @Embedded
    private CauseColumns cause;

    protected CourseModeEntity() {}

    CourseModeEntity(CourseRunEntity courseRun, CourseMode mode) {
        this.courseRun = courseRun;
        this.slug = mode.slug();
        this.currency = mode.currency();
    }

    static String identity(CourseMode mode) {
        return mode.slug() + " " + mode.currency();
    }

    String identity() {
        return slug + " " + currency;
    }

    /** Takes on new values; the cause only if there are any, so that a mode that stays as it is gets no history. */
    void take(CourseMode mode, int place, Cause why) {
        if (id != null && position == place && toDomain().equals(mode)) {
            return;
        }
        position = place;
        name = mode.name();
        minPrice = mode.minPrice();
        suggestedPrices = mode.suggestedPrices();
        expiresAt = mode.expiresAt();
        expiryIsExplicit = mode.expiryIsExplicit();
        description = mode.description();
        sku = mode.sku();
        bulkSku = mode.bulkSku();
        androidSku = mode.androidSku();
        iosSku = mode.iosSku();
        cause = new CauseColumns(why);
    }

    CourseMode toDomain() {
        return new CourseMode(
                slug,
                name,
                minPrice,
                suggestedPrices,
                currency,
                expiresAt,
                expiryIsExplicit,
                description,
                sku,
                bulkSku,
                androidSku,
                iosSku);
    }
}
