package org.laurel.certificates.example.app;

import java.util.Map;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.kit.domain.Cause;

/** A set that was rendered: the PDF files of those examples that succeeded, by the owner of the file. */
record RenderedSet(ExampleSet set, Map<String, byte[]> files, Cause cause) {}
