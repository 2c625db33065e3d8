package org.laurel.programs.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.programs.catalogue.app.OrganizationKeeping;
import org.laurel.programs.catalogue.app.PathwayKeeping;
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.app.ProgramDeletion;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Organization;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.PutOrganization;
import org.laurel.programs.catalogue.domain.PutPathway;
import org.laurel.programs.catalogue.domain.Remove;

/** The number of statements does not depend on how much of the catalogue is written at once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CatalogueStatementsTest {

    private static final ExpectedVersion ANY = new ExpectedVersion.Whatever();
    private static final Cause CAUSE = Cause.of("test", "catalogue-statements");

    @Test
    void ofManyProgramsAreThoseOfOne() {
        // Given
        ProgramDefinition definition = bean(ProgramDefinition.class);
        ProgramDeletion deletion = bean(ProgramDeletion.class);

        // When
        long one = statements(() -> definition.apply(some(0, 1, CatalogueStatementsTest::program)));
        long many = statements(() -> definition.apply(some(1, 21, CatalogueStatementsTest::program)));
        long deletedOne = statements(() -> deletion.apply(some(0, 1, CatalogueStatementsTest::remove)));
        long deletedMany = statements(() -> deletion.apply(some(1, 21, CatalogueStatementsTest::remove)));

        // Then
        assertThat(many).isEqualTo(one);
        assertThat(deletedMany).isEqualTo(deletedOne);
    }

    @Test
    void ofManyOrganisationsAreThoseOfOne() {
        // Given
        OrganizationKeeping keeping = bean(OrganizationKeeping.class);

        // When
        long one = statements(() -> keeping.apply(some(0, 1, CatalogueStatementsTest::organization)));
        long many = statements(() -> keeping.apply(some(1, 21, CatalogueStatementsTest::organization)));

        // Then
        assertThat(many).isEqualTo(one);
    }

    @Test
    void ofManyPathwaysAreThoseOfOne() {
        // Given
        PathwayKeeping keeping = bean(PathwayKeeping.class);

        // When
        long one = statements(() -> keeping.apply(some(0, 1, CatalogueStatementsTest::pathway)));
        long many = statements(() -> keeping.apply(some(1, 21, CatalogueStatementsTest::pathway)));

        // Then
        assertThat(many).isEqualTo(one);
    }

    private static DefineProgram program(int number) {
        ProgramRun run = new ProgramRun(new CourseKey("course-v1:StatX+C" + number + "+1"), null);
        Program program = new Program(
                id("stat-program", number),
                "Statements",
                "",
                ProgramStatus.ACTIVE,
                List.of(new ProgramCourse(null, "Course", List.of(run))),
                List.of());
        return new DefineProgram(program, "{\"title\": \"Statements\"}", ANY, CAUSE);
    }

    private static Remove remove(int number) {
        return new Remove(id("stat-program", number), ANY, CAUSE);
    }

    private static PutOrganization organization(int number) {
        String key = "StatX" + number;
        return new PutOrganization(new Organization(id("stat-organization", number), key, key, null, null), ANY, CAUSE);
    }

    private static PutPathway pathway(int number) {
        Pathway pathway = new Pathway(
                0,
                id("stat-pathway", number),
                "Way",
                "Uni",
                null,
                null,
                null,
                PathwayType.CREDIT,
                PathwayStatus.PUBLISHED,
                List.of(id("stat-program", number)));
        return new PutPathway(pathway, ANY, CAUSE);
    }

    private static UUID id(String word, int number) {
        return UUID.fromString(uuid(word + number));
    }

    private static <T> List<T> some(int from, int to, IntFunction<T> each) {
        return IntStream.range(from, to).mapToObj(each).toList();
    }

    private static long statements(Runnable work) {
        return bean(StatementCount.class).during(work);
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
