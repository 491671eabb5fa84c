package org.atled.processor;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as users write them: {@code 64MB}. */
final class TapeBudget {
    /** The option of the processor for methods that name none. */
    static final String OPTION = "atled.tapeBudget";

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*(|B|KB|MB|GB|TB)");
    private static final Map<String, Integer> SHIFTS = Map.of("", 0, "B", 0, "KB", 10, "MB", 20, "GB", 30, "TB", 40);

    private TapeBudget() {}

    /** The number of bytes; empty if the text is no amount, zero, or more than any machine has. */
    static OptionalLong bytes(String text) {
        Matcher amount = AMOUNT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        int shift = SHIFTS.get(amount.group(2));
        long number = Long.parseLong(amount.group(1));
        return number > 0 && number <= Long.MAX_VALUE >> shift
                ? OptionalLong.of(number << shift)
                : OptionalLong.empty();
    }
}
