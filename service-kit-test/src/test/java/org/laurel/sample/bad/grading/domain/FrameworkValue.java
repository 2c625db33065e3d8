package org.laurel.sample.bad.grading.domain;

import com.fasterxml.jackson.databind.JsonNode;

/** Domain that knows a framework. */
public record FrameworkValue(JsonNode json) {}
