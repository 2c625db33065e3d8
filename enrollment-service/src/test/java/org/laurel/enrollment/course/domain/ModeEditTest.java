package org.laurel.enrollment.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.course.domain.CourseOutcome.Changed;
import org.laurel.enrollment.course.domain.CourseOutcome.Refused;
import org.laurel.enrollment.course.domain.ModeRules.Breach;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

class ModeEditTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CourseKey KEY = new CourseKey("course-v1:Test+Edit+R1");
    private static final CourseMode AUDIT = CourseMode.free("audit");
    private static final CourseMode VERIFIED = priced("verified", 49, "usd");
    private static final CourseMode VERIFIED_EUR = priced("verified", 45, "eur");

    private final ModeRules rules = new ModeRules(Map.of("verified", 40));

    @Test
    void addsAModeAtTheEndAndTellsTheWholeList() {
        // Given
        CourseRun run = run(AUDIT);

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Add(VERIFIED));

        // Then
        Changed changed = (Changed) outcome;
        assertThat(changed.after().modes().list()).containsExactly(AUDIT, VERIFIED);
        assertThat(changed.after().modesVersion()).isEqualTo(2);
        assertThat(changed.news()).hasSize(1);
    }

    @Test
    void changesAModeInItsPlace() {
        // Given
        CourseRun run = run(VERIFIED, AUDIT);

        // When
        CourseOutcome outcome =
                decide(run, new ModeEdit.Amend("verified", null, mode -> priced("verified", 59, "usd")));

        // Then
        assertThat(((Changed) outcome).after().modes().list()).containsExactly(priced("verified", 59, "usd"), AUDIT);
    }

    @Test
    void tellsNobodyOfAChangeThatOthersCannotSee() {
        // Given
        CourseRun run = run(AUDIT);
        CourseMode withNumber =
                new CourseMode("audit", AUDIT.name(), 0, "", "usd", null, false, "text", "sku", null, "android", "ios");

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Amend("audit", null, mode -> withNumber));

        // Then
        Changed changed = (Changed) outcome;
        assertThat(changed.news()).isEmpty();
        assertThat(changed.after().modesVersion()).isEqualTo(run.modesVersion());
        assertThat(changed.after().modes().list()).containsExactly(withNumber);
    }

    @Test
    void tellsNothingWhenTheModeStaysAsItIs() {
        // Given
        CourseRun run = run(AUDIT);

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Amend("audit", null, mode -> mode));

        // Then
        assertThat(outcome).isEqualTo(new CourseOutcome.Unchanged(run));
    }

    @Test
    void removesTheModeInItsCurrencyOnly() {
        // Given
        CourseRun run = run(VERIFIED, VERIFIED_EUR);

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Remove("verified", "eur"));

        // Then
        assertThat(((Changed) outcome).after().modes().list()).containsExactly(VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"verified, , usd", "verified, eur, eur", "verified, chf, ", "audit, , usd", "honor, , "})
    void findsAModeByCurrencyElseByTheUsualOne(
            String slug, @Nullable String currency, @Nullable String expectedCurrency) {
        // Given
        CourseModes modes = new CourseModes(List.of(VERIFIED_EUR, VERIFIED, AUDIT));

        // When
        var found = modes.find(slug, currency);

        // Then
        assertThat(found.map(CourseMode::currency).orElse(null)).isEqualTo(expectedCurrency);
    }

    @ParameterizedTest
    @CsvSource({
        "verified,     39, usd, false, min_price",
        "verified,     50, usd, false, slug",
        "gold,          0, usd, false, slug",
        "professional, 99, usd, true,  expiration_datetime"
    })
    void refusesAModeThatBreaksARule(String slug, int price, String currency, boolean expires, String member) {
        // Given
        CourseRun run = run(slug.equals("verified") && price < 40 ? AUDIT : VERIFIED);
        CourseMode mode = new CourseMode(
                slug, slug, price, "", currency, expires ? NOW : null, false, null, null, null, null, null);

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Add(mode));

        // Then
        assertThat(((Refused) outcome).breaches()).extracting(Breach::member).containsExactly(member);
    }

    @Test
    void refusesOneModeMoreThanAListMayHave() {
        // Given
        CourseRun run = run(IntStream.range(0, ModeRules.MOST)
                .mapToObj(number -> priced("verified", 49, "c" + number))
                .toArray(CourseMode[]::new));

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Add(AUDIT));

        // Then
        assertThat(((Refused) outcome).breaches())
                .containsExactly(new Breach(100, "slug", "the course run has 100 modes already"));
        assertThat(decide(run, new ModeEdit.Remove("verified", "c7"))).isInstanceOf(Changed.class);
    }

    @Test
    void changesAModeAlthoughAnotherOneBreaksARuleThatIsNewerThanItself() {
        // Given
        CourseRun run = run(priced("verified", 1, "usd"), AUDIT);

        // When
        CourseOutcome outcome = decide(run, new ModeEdit.Amend("audit", null, mode -> priced("audit", 5, "usd")));

        // Then
        assertThat(outcome).isInstanceOf(Changed.class);
    }

    @Test
    void knowsNeitherAModeNorACourseRunThatIsNotThere() {
        // Given
        ModeEdit removal = new ModeEdit.Remove("honor", null);

        // When
        CourseOutcome withoutMode = decide(run(AUDIT), removal);

        // Then
        assertThat(withoutMode).isEqualTo(new CourseOutcome.ModeUnknown());
        assertThat(decide(null, removal)).isEqualTo(new CourseOutcome.Unknown());
    }

    @Test
    void takesADateForAnExplicitExpiry() {
        // Given
        Instant date = NOW;

        // When
        CourseMode mode =
                new CourseMode("verified", "Verified", 49, "", "usd", date, false, null, null, null, null, null);

        // Then
        assertThat(mode.expiryIsExplicit()).isTrue();
    }

    private CourseOutcome decide(@Nullable CourseRun run, ModeEdit edit) {
        EditModes command =
                new EditModes(KEY, edit, new BusinessTime.Asked(NOW, "request"), Cause.of("staff", "request"));
        return CourseRules.decide(run, null, command, rules);
    }

    private static CourseMode priced(String slug, int price, String currency) {
        return new CourseMode(slug, slug, price, "", currency, null, false, null, null, null, null, null);
    }

    private static CourseRun run(CourseMode... modes) {
        return new CourseRun(KEY, CourseRunSettings.usual(KEY), 1, NOW, new CourseModes(List.of(modes)), 1);
    }
}
