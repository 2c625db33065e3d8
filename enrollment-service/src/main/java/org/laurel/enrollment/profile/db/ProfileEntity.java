package org.laurel.enrollment.profile.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileText;
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
    private @Nullable String state;
    private @Nullable String city;
    private @Nullable String language;
    private @Nullable String location;
    private @Nullable String bio;
    private @Nullable String goals;
    private @Nullable String mailingAddress;
    private @Nullable String phoneNumber;

    @Convert(converter = CodesText.class)
    @ColumnTransformer(write = "?::jsonb")
    private List<String> languageProficiencies;

    @Convert(converter = LinksText.class)
    @ColumnTransformer(write = "?::jsonb")
    private Map<String, String> socialLinks;

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

    String learnerId() {
        return learnerId;
    }

    void take(Profile profile, Cause cause) {
        yearOfBirth = profile.yearOfBirth();
        gender = profile.text(ProfileText.GENDER);
        levelOfEducation = profile.text(ProfileText.LEVEL_OF_EDUCATION);
        country = profile.text(ProfileText.COUNTRY);
        state = profile.text(ProfileText.STATE);
        city = profile.text(ProfileText.CITY);
        language = profile.text(ProfileText.LANGUAGE);
        location = profile.text(ProfileText.LOCATION);
        bio = profile.text(ProfileText.BIO);
        goals = profile.text(ProfileText.GOALS);
        mailingAddress = profile.text(ProfileText.MAILING_ADDRESS);
        phoneNumber = profile.text(ProfileText.PHONE_NUMBER);
        languageProficiencies = profile.languageProficiencies();
        socialLinks = profile.socialLinks();
        meta = profile.meta();
        changedBy = cause.by();
        changeReason = cause.reason();
        causeId = cause.id();
    }

    Profile toDomain() {
        Map<ProfileText, String> texts = new EnumMap<>(ProfileText.class);
        for (ProfileText member : ProfileText.values()) {
            String value = text(member);
            if (value != null && !value.isEmpty()) {
                texts.put(member, value);
            }
        }
        return new Profile(yearOfBirth, texts, languageProficiencies, socialLinks, meta);
    }

    private @Nullable String text(ProfileText member) {
        return switch (member) {
            case GENDER -> gender;
            case LEVEL_OF_EDUCATION -> levelOfEducation;
            case COUNTRY -> country;
            case STATE -> state;
            case CITY -> city;
            case LANGUAGE -> language;
            case LOCATION -> location;
            case BIO -> bio;
            case GOALS -> goals;
            case MAILING_ADDRESS -> mailingAddress;
            case PHONE_NUMBER -> phoneNumber;
        };
    }
}
