package org.laurel.certificates.retirement.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalColumn.Acted;

/** Jobs that run while a search goes on write who began them into certificates: where they have it from is erased before. */
class PersonalDataOrderTest {

    @ParameterizedTest
    @CsvSource({"legacy_import, created_by", "generation_run, generated_by"})
    void whereNamesAreCopiedFromIsErasedBeforeWhereTheyAreCopiedTo(String table, String column) {
        // Given
        List<PersonalColumn> lists = new CertificatesPersonalData().columns();

        // When
        int from = lists.indexOf(new Acted(table, column, ""));
        List<Integer> to = lists.stream()
                .filter(list -> list instanceof Acted && list.table().startsWith("certificate"))
                .map(lists::indexOf)
                .toList();

        // Then
        assertThat(from).isNotNegative();
        assertThat(to)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(place -> assertThat(place).isGreaterThan(from));
    }
}
