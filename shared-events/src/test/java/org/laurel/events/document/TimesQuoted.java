package org.laurel.events.document;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Quotes what YAML 1.1 readers take for a time, besides all that needs quotes anyway. */
final class TimesQuoted extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    @Override
    public boolean needToQuoteValue(String value) {
        return DATE.matcher(value).matches() || super.needToQuoteValue(value);
    }
}
