package org.laurel.certificates.lookup;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.SettingsRecording;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Tokens;

/**
 * A learner in a course run, told of through the use cases themselves, so that a test need not wait for Kafka. Words keep tests
 * apart. Times are minutes after a fixed start.
 */
public record Told(String word, String run, String org) {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");
    private static final Cause CAUSE = Cause.of("test", "told");

    public Told(String word) {
        this(word, word);
    }

    public Told(String word, String run) {
        this(word, run, "Org");
    }

    public String learnerId() {
        return "id-" + word;
    }

    public String username() {
        return "user-" + word;
    }

    public String email() {
        return word + "@example.org";
    }

    public String course() {
        return "course-v1:" + org + "+" + run + "+2026";
    }

    public String token() {
        return Tokens.learner(learnerId(), username());
    }

    public CaseKey key() {
        return new CaseKey(new LearnerId(learnerId()), new CourseKey(course()));
    }

    public static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    /** A self-paced course run. */
    public Told inRun() {
        return settings(true, "end", null, true, 1);
    }

    /** A course run whose certificates show from a time on. */
    public Told inRunShowingFrom(Instant date) {
        return settings(false, CourseSettings.END_WITH_DATE, date, true, 1);
    }

    /** From now on web certificates are switched off for the run. */
    public Told withoutHtml() {
        return settings(true, "end", null, false, 2);
    }

    private Told settings(boolean selfPaced, String behavior, @Nullable Instant date, boolean html, int version) {
        CourseSettings settings = new CourseSettings(
                0, version, at(version), false, html, selfPaced, behavior, date, false, null, "Course " + run, org);
        bean(SettingsRecording.class).apply(List.of(new ArrivedSettings(new CourseKey(course()), settings, CAUSE)));
        return this;
    }

    /** Enrolled, which makes the learner known too. */
    public Told enrolled(String mode) {
        return enrolled(mode, 10);
    }

    public Told enrolled(String mode, int minute) {
        return take(new Fact.Enrolled(order(minute, Fact.Enrolled.KIND), mode, true), learner());
    }

    public Told passing(String grade, int minute) {
        return graded(true, grade, minute);
    }

    public Told failing(String grade, int minute) {
        return graded(false, grade, minute);
    }

    private Told graded(boolean passing, String grade, int minute) {
        return take(
                new Fact.PassingStatus(order(minute, Fact.PassingStatus.KIND), passing, new BigDecimal(grade)), null);
    }

    public Told allowlisted(int minute) {
        return take(new Fact.Allowlisted(order(minute, Fact.Allowlisted.KIND), Fact.Allowlisted.Entry.ENABLED), null);
    }

    public Told invalidated(int minute) {
        return take(new Fact.Invalidated(order(minute, Fact.Invalidated.KIND), true), null);
    }

    public Told dated(@Nullable Instant date, int minute) {
        return take(new Fact.DateOverridden(order(minute, Fact.DateOverridden.KIND), date), null);
    }

    /** The learner's certificate is this, whatever the rules say. */
    public Told stated(CertificateStatus status, String mode, String file, int minute) {
        StatedCertificate stated = new StatedCertificate(status, mode, "0.7", null, null, null, null, "", file, "");
        return take(new Fact.Stated(order(minute, Fact.Stated.KIND), stated), learner());
    }

    /** Everybody who is signed in may see the learner's certificates. */
    public Told showingToAll() {
        var wishes = new CertificatePreferences(
                order(5, CertificatePreferences.KIND), true, null, false, null, CertificatePreferences.ALL_USERS, 1);
        return apply(new FactCommand.Know(new LearnerId(learnerId()), wishes, CAUSE));
    }

    private Told take(Fact fact, @Nullable Learner learner) {
        return apply(new FactCommand.TakeIn(key(), fact, learner, CAUSE));
    }

    private Told apply(FactCommand command) {
        bean(FactFolding.class).apply(List.of(command));
        return this;
    }

    private Learner learner() {
        return new Learner(new LearnerId(learnerId()), username(), email(), "Ada " + word, true, 1, at(0));
    }

    private FactOrder order(int minute, int kind) {
        return new FactOrder(at(minute), FactOrder.NO_SEQUENCE, kind, "/test", word + "-" + minute);
    }

    public static <B> B bean(Class<B> type) {
        return CDI.current().select(type).get();
    }

    /** The answer to a GET; {@code {u}}, {@code {l}} and {@code {c}} stand for username, learner id and course key. */
    public ValidatableResponse get(String path, String token, Map<String, ?> query) {
        return given().auth().oauth2(token).queryParams(query).get(filled(path)).then();
    }

    public ValidatableResponse get(String path, String token) {
        return get(path, token, Map.of());
    }

    public String filled(String path) {
        return path.replace("{u}", username()).replace("{l}", learnerId()).replace("{c}", course());
    }
}
