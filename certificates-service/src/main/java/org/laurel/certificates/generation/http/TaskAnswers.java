package org.laurel.certificates.generation.http;

import org.jspecify.annotations.Nullable;

/** The bodies of the instructor dashboard's first endpoints. Source: certificates, instructor v1. */
public final class TaskAnswers {

    private TaskAnswers() {}

    /** A task has started. */
    public record Started(String message, String taskId) {}

    /** What was asked for happens, or does not. */
    public record Outcome(boolean success, String message) {}

    /** Why a request was refused. */
    public record Message(String message) {}

    /** A task of today's dashboard has started. */
    public record TaskStarted(@Nullable String taskId, String message) {}

    /** Why a request of today's dashboard was refused. */
    public record Failure(String error) {}
}
