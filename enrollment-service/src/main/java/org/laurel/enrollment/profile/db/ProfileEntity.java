package org.laurel.enrollment.profile.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** A row of {@code profile}. Only this package knows it; everybody else sees {@link Profile}. */
@Entity
@Table(name = "profile")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields.
class ProfileEntity {

    @Id
    private String learnerId;

    private @Nullable Integer yearOfBirth;
    private @Nullable String gender;
    private @Nullable String levelOfEducation;
    private @Nullable String country;
    private @Nullable String city;
    private @Nullable String language;
    private @Nullable String location;
    private @Nullable String bio;
    private @Nullable String goals;
    private @Nullable String mailingAddress;

    @Convert(converter = MetaText.class)
    @ColumnTransformer(write = "?::jsonb")
    private Map<String, Object> meta;

    private String changedBy;
    private @Nullable String changeReason;
    private String causeId;

    protected ProfileEntity() {}

    ProfileEntity(LearnerId id) {
        learnerId = id.value();
    }

    void take(Profile profile, Cause cause) {
        yearOfBirth = profile.yearOfBirth();
        gender = profile.gender();
        levelOfEducation = profile.levelOfEducation();
        country = profile.country();
        city = profile.city();
        language = profile.language();
        location = profile.location();
        bio = profile.bio();
        goals = profile.goals();
        mailingAddress = profile.mailingAddress();
        meta = profile.meta();
        changedBy = cause.by();
        changeReason = cause.reason();
        causeId = cause.id();
    }

    Profile toDomain() {
        return new Profile(
                yearOfBirth,
                gender,
                levelOfEducation,
                country,
                city,
                language,
                location,
                bio,
                goals,
                mailingAddress,
                meta);
    }
}
