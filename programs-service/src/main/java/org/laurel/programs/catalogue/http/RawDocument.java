package org.laurel.programs.catalogue.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program document as it is stored; numbers stay as they were written. */
@Schema(implementation = ProgramDocument.class)
record RawDocument(@JsonValue @JsonRawValue String json) {}
