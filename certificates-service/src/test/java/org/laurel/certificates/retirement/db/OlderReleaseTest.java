package org.laurel.certificates.retirement.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** What a database of an older release knows of retirements is there after the migrations, and that release can still use it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OlderReleaseTest {

    private static final String OLD_TABLES = """
            create table retired_learner (learner_id text primary key, retired_at timestamptz not null, erased_at timestamptz,
                job_id bigint, cause_by text not null default '', cause_id text not null default '',
                correlation_id text not null default '', origin text);
            create table retired_word (learner_id text not null references retired_learner on delete cascade,
                word text not null, acted boolean not null, primary key (learner_id, word));
            create table acting_person (learner_id text not null, username text not null, primary key (learner_id, username));
            insert into retired_learner (learner_id, retired_at, cause_by) values ('id-ada', now(), '/enrollment');
            insert into retired_word values ('id-ada', 'ada', true);
            insert into acting_person values ('id-bob', 'bob');
            """;

    @Test
    void whatWasKnownOfRetirementsIsKept() throws IOException {
        // Given
        Database database = Database.current();
        database.execute("create schema older");
        database.execute("set search_path to older; " + OLD_TABLES);

        // When
        database.execute("set search_path to older; " + script("/db/kit/V0.5__retirement.sql")
                + script("/db/migration/V230__retirement_of_the_kit.sql"));

        // Then
        database.execute("set search_path to older;"
                + " insert into retired_learner (learner_id, retired_at) values ('id-cleo', now()) on conflict do nothing;"
                + " insert into acting_person values ('id-cleo', 'cleo') on conflict do nothing");
        assertThat(database.query("select learner_id, cause_by from older.retired_person order by learner_id"))
                .containsExactly(
                        Map.of("learner_id", "id-ada", "cause_by", "/enrollment"),
                        Map.of("learner_id", "id-cleo", "cause_by", ""));
        assertThat(database.query("select word, acted from older.retired_person_word"))
                .containsExactly(Map.of("word", "ada", "acted", true));
        assertThat(database.query("select username from older.known_actor order by username"))
                .containsExactly(Map.of("username", "bob"), Map.of("username", "cleo"));
        database.execute("drop schema older cascade");
    }

    private static String script(String path) throws IOException {
        try (InputStream script = Objects.requireNonNull(OlderReleaseTest.class.getResourceAsStream(path))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
