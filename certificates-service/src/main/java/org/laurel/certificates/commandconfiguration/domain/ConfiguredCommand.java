package org.laurel.certificates.commandconfiguration.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands whose arguments can be stored (certificates description, sections 1 and 8). */
public enum ConfiguredCommand {
    /** Replaces text in templates. */
    MODIFY_TEMPLATES("modify_cert_template"),
    /** Generates certificates of listed learners in a course run. */
    GENERATE("cert_generation"),
    /** Removes what certificates say of their old PDF files. */
    PURGE_PDF_REFERENCES("purge_references_to_pdf_certificates");

    private final String word;

    ConfiguredCommand(String word) {
        this.word = word;
    }

    /** The command's name as operators know it. */
    public String word() {
        return word;
    }

    /** The setting that holds its arguments. */
    public String subject() {
        return "command:" + word;
    }

    /** What it can be told. */
    List<CommandOption> options() {
        return switch (this) {
            case MODIFY_TEMPLATES ->
                List.of(
                        CommandOption.one("old_text", "--old-text"),
                        CommandOption.one("new_text", "--new-text"),
                        CommandOption.many("templates", "--templates"),
                        CommandOption.flag("dry_run", "--dry-run"));
            case GENERATE ->
                List.of(
                        CommandOption.many("user", "--user", "-u"),
                        CommandOption.one("course_key", "--course-key", "-c"));
            case PURGE_PDF_REFERENCES ->
                List.of(
                        CommandOption.many("certificate_ids", "--certificate_ids"),
                        CommandOption.flag("dry_run", "--dry-run"));
        };
    }

    /** The command with this name. */
    public static Optional<ConfiguredCommand> find(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word.equals(word))
                .findFirst();
    }
}
