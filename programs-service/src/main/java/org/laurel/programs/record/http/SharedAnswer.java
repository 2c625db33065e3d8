package org.laurel.programs.record.http;

/** The address under which everybody may read a record. */
public record SharedAnswer(String url) {}
