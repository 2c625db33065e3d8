package org.laurel.enrollment.profile.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** The profile with its former versions, the newest first. */
@Singleton
class ProfileData extends HeldRows {

    ProfileData(Sql sql, ObjectMapper json) {
        super(sql, json, "profile", """
                select year_of_birth, gender, level_of_education, country, state, city, language, location, bio, goals,
                       mailing_address, phone_number, language_proficiencies, social_links, meta,
                       history_at as stored_at
                from profile_history where learner_id = ? order by history_id desc
                """);
    }
}
