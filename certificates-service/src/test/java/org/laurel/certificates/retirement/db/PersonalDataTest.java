package org.laurel.certificates.retirement.db;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.PersonalColumnsContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PersonalDataTest extends PersonalColumnsContract {

    PersonalDataTest() {
        super(
                new CertificatesPersonalData()
                        .columns().stream()
                                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                                .toList(),
                HarmlessData.NAMES,
                HarmlessData.COLUMNS);
    }
}
