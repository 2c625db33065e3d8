package org.laurel.programs.credential.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.CredentialSubject;
import org.laurel.programs.credential.domain.PostCredential;

/**
 * Reads a credential that is to be made, as existing clients write it. Whatever is wrong ends the reading with an {@link
 * Unreadable} that names the member. Source: programs, credentials API.
 */
final class CredentialReader {

    private static final int LONGEST = 255;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_ATTRIBUTES = 100;

    private CredentialReader() {}

    /** Reads; {@code cause} is that of the request, and gets the reason that the body gives. */
    static PostCredential read(@Nullable JsonNode body, Cause cause) {
        JsonNode json = object(body, "");
        String reason = optional(json, "reason", LONGEST_REASON);
        JsonNode credential = object(json.get("credential"), "credential");
        return new PostCredential(
                required(json, "username"),
                optional(json, "lms_user_id", LONGEST),
                subject(credential),
                mode(credential),
                json.has("status") ? status(json) : CredentialStatus.AWARDED,
                attributes(json.get("attributes")),
                dateOverride(json.get("date_override")),
                reason == null || reason.isBlank() ? cause : cause.because(reason));
    }

    /** The status that a change asks for, null when it asks for none. */
    static @Nullable CredentialStatus change(@Nullable JsonNode body) {
        JsonNode json = object(body, "");
        return json.has("status") ? status(json) : null;
    }

    /** Why, as far as a change says. */
    static @Nullable String reason(@Nullable JsonNode body) {
        String reason = optional(object(body, ""), "reason", LONGEST_REASON);
        return reason == null || reason.isBlank() ? null : reason;
    }

    private static CredentialStatus status(JsonNode json) {
        try {
            return CredentialStatus.of(
                    json.path("status").isTextual() ? json.get("status").textValue() : "");
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("invalid_status", "status", "status is awarded or revoked.");
        }
    }

    /** A program wins over a course run where both are given. */
    private static CredentialSubject subject(JsonNode credential) {
        JsonNode program = credential.get("program_uuid");
        if (program != null && !program.isNull()) {
            UUID uuid = (program.isTextual() ? UuidText.ofDigits(program.textValue()) : Optional.<UUID>empty())
                    .orElseThrow(() -> new Unreadable(
                            "invalid_program_uuid", "credential.program_uuid", "program_uuid is not a uuid."));
            return new CredentialSubject.OfProgram(uuid);
        }
        JsonNode run = credential.get("course_run_key");
        if (run == null || run.isNull()) {
            throw new Unreadable(
                    "credential_identifier_missing", "credential", "credential has program_uuid or course_run_key.");
        }
        try {
            return new CredentialSubject.OfRun(new CourseKey(run.isTextual() ? run.textValue() : ""));
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable(
                    "invalid_course_run_key", "credential.course_run_key", "course_run_key is not a course run key.");
        }
    }

    private static @Nullable String mode(JsonNode credential) {
        String mode = optional(credential, "mode", 100);
        if (mode != null && !mode.matches("[a-z0-9]([a-z0-9_-]*[a-z0-9])?")) {
            throw new Unreadable(
                    "invalid_mode", "credential.mode", "mode is the slug of a course mode, such as verified.");
        }
        return mode;
    }

    private static Map<String, String> attributes(@Nullable JsonNode list) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (list == null || list.isNull()) {
            return attributes;
        }
        if (!list.isArray() || list.size() > MOST_ATTRIBUTES) {
            throw new Unreadable(
                    "invalid_attributes", "attributes", "attributes is a list of at most 100 names with values.");
        }
        for (JsonNode each : list) {
            JsonNode attribute = object(each, "attributes");
            String name = text(attribute, "attributes.name", "name");
            if (attributes.put(name, text(attribute, "attributes.value", "value")) != null) {
                throw new Unreadable(
                        "duplicate_attributes",
                        "attributes",
                        "Attributes have different names; '" + name + "' is twice.");
            }
        }
        return attributes;
    }

    private static @Nullable Instant dateOverride(@Nullable JsonNode override) {
        if (override == null || override.isNull()) {
            return null;
        }
        JsonNode date = object(override, "date_override").path("date");
        try {
            return instant(date.isTextual() ? date.textValue() : "");
        } catch (DateTimeException malformed) {
            throw new Unreadable(
                    "invalid_date_override",
                    "date_override.date",
                    "date_override has a date such as 2026-02-03T04:05:06Z, or is null.");
        }
    }

    private static Instant instant(String text) {
        Instant time = text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("no calendar of ours has this year");
        }
        return time;
    }

    private static String required(JsonNode json, String member) {
        return text(json, member, member);
    }

    private static String text(JsonNode json, String field, String member) {
        String text = optional(json, member, LONGEST, field);
        if (text == null || text.isBlank()) {
            throw new Unreadable("invalid_" + member, field, field + " must not be empty.");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode json, String member, int longest) {
        return optional(json, member, longest, member);
    }

    /** A text; a whole number counts as one, since ids are written as both. */
    private static @Nullable String optional(JsonNode json, String member, int longest, String field) {
        JsonNode value = json.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
        if (text == null || text.length() > longest || !StorableText.isStorable(text)) {
            throw new Unreadable(
                    "invalid_" + member, field, field + " is a text of at most " + longest + " characters.");
        }
        return text;
    }

    private static JsonNode object(@Nullable JsonNode json, String field) {
        if (json == null || !json.isObject()) {
            String member = field.isEmpty() ? "body" : field;
            throw new Unreadable("invalid_" + member, member, member + " is a JSON object.");
        }
        return json;
    }
}
