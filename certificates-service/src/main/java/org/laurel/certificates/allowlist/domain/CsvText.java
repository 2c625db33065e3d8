package org.laurel.certificates.allowlist.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180) as spreadsheets write them: fields may be in double quotes, lines end with LF, CRLF
 * or CR. Nothing is an error: a quote that is never closed ends with the text.
 */
public final class CsvText {

    private final String text;
    private int at;

    private CsvText(String text) {
        this.text = text;
    }

    /** The rows in order; a blank line is a row without fields, so that row numbers are those of the file. */
    public static List<List<String>> rows(String text) {
        CsvText reader = new CsvText(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>(2);
        if (endOfLine()) {
            return fields;
        }
        do {
            fields.add(field());
        } while (take(','));
        endOfLine();
        return fields;
    }

    private String field() {
        if (take('"')) {
            return quoted() + plain();
        }
        return plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Within quotes two quotes stand for one. */
    private String quoted() {
        StringBuilder field = new StringBuilder();
        while (at < text.length()) {
            if (!take('"')) {
                field.append(text.charAt(at++));
            } else if (take('"')) {
                field.append('"');
            } else {
                break;
            }
        }
        return field.toString();
    }

    private boolean endOfLine() {
        boolean carriageReturn = take('\r');
        return take('\n') || carriageReturn;
    }

    private boolean take(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        if (there) {
            at++;
        }
        return there;
    }
}
