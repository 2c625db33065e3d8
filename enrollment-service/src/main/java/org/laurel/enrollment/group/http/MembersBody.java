package org.laurel.enrollment.group.http;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Who is to be added or removed: usernames, email addresses or learner ids. */
record MembersBody(@NotNull @NotEmpty @Size(max = 1000) List<@NotNull @Size(max = 255) String> learners) {}
