package org.laurel.completion.block.http;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Blocks of a course run whose completions are asked for. */
public record BlockKeysBody(@NotEmpty @Size(max = 1000) List<@NotNull String> blockKeys) {}
