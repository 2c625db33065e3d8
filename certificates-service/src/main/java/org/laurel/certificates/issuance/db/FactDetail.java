package org.laurel.certificates.issuance.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.RenderAnswer;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Row;

/** The members of a fact that have no column of their own, as JSON; and facts from rows. */
final class FactDetail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FactDetail() {}

    /** The members without a column, null for facts that have none. */
    static @Nullable String write(Fact fact) {
        ObjectNode json = JSON.createObjectNode();
        switch (fact) {
            case Fact.ExamRejected exam -> json.put("exam", exam.exam());
            case Fact.Allowlisted listed -> json.put("entry", listed.entry().name());
            case Fact.DateOverridden override -> json.put("date", text(override.date()));
            case Fact.Requested requested ->
                json.put("command", requested.command().slug())
                        .put("by", requested.by().slug());
            case Fact.Stated stated -> write(json.put("announced", stated.announced()), stated.certificate());
            case Fact.Rendered rendered -> write(json.put("request_id", rendered.requestId()), rendered.answer());
            case Fact.Enrolled ignored -> {
                return null;
            }
            case Fact.PassingStatus ignored -> {
                return null;
            }
            case Fact.Graded ignored -> {
                return null;
            }
            case Fact.BetaTester ignored -> {
                return null;
            }
            case Fact.Invalidated ignored -> {
                return null;
            }
            case Fact.Progressed ignored -> {
                return null;
            }
            case Fact.AboutLearner about -> throw notOfOneCase(about);
            case Fact.Renamed renamed -> throw notOfOneCase(renamed);
            case Fact.TermsChanged terms -> throw notOfOneCase(terms);
        }
        return json.toString();
    }

    /** The fact that a row holds. */
    static Fact read(FactOrder order, ResultSet row) throws SQLException {
        return switch (order.kind()) {
            case Fact.Enrolled.KIND -> new Fact.Enrolled(order, Row.text(row, "mode"), row.getBoolean("is_active"));
            case Fact.PassingStatus.KIND ->
                new Fact.PassingStatus(order, row.getBoolean("passing"), row.getBigDecimal("grade"));
            case Fact.Graded.KIND -> new Fact.Graded(order, row.getBigDecimal("grade"));
            case Fact.BetaTester.KIND -> new Fact.BetaTester(order, row.getBoolean("is_active"));
            case Fact.Invalidated.KIND -> new Fact.Invalidated(order, row.getBoolean("is_active"));
            case Fact.Progressed.KIND -> new Fact.Progressed(order, row.getBigDecimal("percent"));
            default -> read(order, parse(Row.text(row, "detail")));
        };
    }

    private static Fact read(FactOrder order, JsonNode json) {
        return switch (order.kind()) {
            case Fact.ExamRejected.KIND -> new Fact.ExamRejected(order, textOrNull(json, "exam"));
            case Fact.Allowlisted.KIND ->
                new Fact.Allowlisted(
                        order, Fact.Allowlisted.Entry.valueOf(json.get("entry").asText()));
            case Fact.DateOverridden.KIND -> new Fact.DateOverridden(order, timeOrNull(json, "date"));
            case Fact.Requested.KIND ->
                new Fact.Requested(
                        order,
                        CertificateCommand.of(json.get("command").asText()),
                        GenerationMode.of(json.get("by").asText()));
            case Fact.Stated.KIND ->
                new Fact.Stated(order, stated(json), json.path("announced").asBoolean(true));
            case Fact.Rendered.KIND ->
                new Fact.Rendered(order, json.get("request_id").asText(), answer(json));
            default -> throw new IllegalStateException("no fact of kind " + order.kind());
        };
    }

    private static void write(ObjectNode json, StatedCertificate stated) {
        json.put("status", stated.status().slug())
                .put("mode", stated.mode())
                .put("grade", stated.grade())
                .put("name", stated.name())
                .put("verify_uuid", stated.verifyUuid())
                .put("created_at", text(stated.createdAt()))
                .put("modified_at", text(stated.modifiedAt()))
                .put("download_uuid", stated.downloadUuid())
                .put("download_url", stated.downloadUrl())
                .put("error_reason", stated.errorReason());
    }

    private static StatedCertificate stated(JsonNode json) {
        return new StatedCertificate(
                CertificateStatus.of(json.get("status").asText()),
                json.get("mode").asText(),
                json.get("grade").asText(),
                textOrNull(json, "name"),
                textOrNull(json, "verify_uuid"),
                timeOrNull(json, "created_at"),
                timeOrNull(json, "modified_at"),
                json.get("download_uuid").asText(),
                json.get("download_url").asText(),
                json.get("error_reason").asText());
    }

    private static void write(ObjectNode json, RenderAnswer answer) {
        switch (answer) {
            case RenderAnswer.Made made ->
                json.put("answer", "made")
                        .put("download_uuid", made.downloadUuid())
                        .put("download_url", made.downloadUrl());
            case RenderAnswer.Removed ignored -> json.put("answer", "removed");
            case RenderAnswer.Failed failed -> json.put("answer", "failed").put("reason", failed.reason());
        }
    }

    private static RenderAnswer answer(JsonNode json) {
        return switch (json.get("answer").asText()) {
            case "made" ->
                new RenderAnswer.Made(
                        json.get("download_uuid").asText(),
                        json.get("download_url").asText());
            case "removed" -> new RenderAnswer.Removed();
            default -> new RenderAnswer.Failed(json.get("reason").asText());
        };
    }

    private static JsonNode parse(String text) throws SQLException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new SQLException("a fact's detail is no JSON", impossible);
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String textOrNull(JsonNode json, String member) {
        return json.hasNonNull(member) ? json.get(member).asText() : null;
    }

    private static @Nullable Instant timeOrNull(JsonNode json, String member) {
        return json.hasNonNull(member) ? Instant.parse(json.get(member).asText()) : null;
    }

    private static IllegalArgumentException notOfOneCase(Fact fact) {
        return new IllegalArgumentException(
                fact.getClass().getSimpleName() + " is not kept per learner and course run");
    }
}
