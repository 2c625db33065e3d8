package org.laurel.programs.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;

/** Many who write one thing of the catalogue at once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ManyWritersTest {

    private static final int WRITERS = 8;
    private static final int TIMES = 12;

    private ExecutorService writers;

    @BeforeEach
    void open() {
        writers = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterEach
    void close() {
        writers.close();
    }

    /** With another's version in the answer, the next If-Match would overwrite what its sender has never seen. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "programs, title, {'title': '#'}",
                "organizations, name, \"{'key': 'ManyX', 'name': '#'}\"",
                "pathways, name, \"{'name': '#', 'org_name': 'Many'}\""
            })
    void areEachToldOfTheirOwnVersion(String kind, String member, String document) throws Exception {
        // Given
        String path = kind + "/" + uuid("many-" + kind);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < WRITERS * TIMES; i++) {
            names.add("Writer " + i);
        }

        // When
        List<Future<ExtractableResponse<Response>>> answers = names.stream()
                .map(name -> writers.submit(
                        () -> Calls.put(path, document.replace('\'', '"').replace("#", name))
                                .extract()))
                .toList();

        // Then
        List<String> told = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (Future<ExtractableResponse<Response>> answer : answers) {
            told.add(answer.get().path(member));
            tags.add(answer.get().header("ETag"));
        }
        assertThat(told).isEqualTo(names);
        assertThat(tags).doesNotHaveDuplicates().doesNotContainNull();
    }
}
