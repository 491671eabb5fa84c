import java.util.ArrayList;
import java.util.List;

/** Switches on integers, enums and strings, old and new, with values on the stack below them. */
public class Switches {
    enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    static String level(Level level) {
        switch (level) {
            case LOW:
                return "low";
            case HIGH:
                break;
            default:
                return "other";
        }
        return "high";
    }

    static int yielding(Level level, int base) {
        return base
                * switch (level) {
                    case LOW -> 1;
                    case MIDDLE -> {
                        int sum = 0;
                        for (int i = 0; i < base; i++) {
                            sum += i;
                        }
                        yield sum;
                    }
                    case HIGH -> throw new IllegalStateException("too high: " + base);
                };
    }

    static int strings(String text) {
        return switch (text) {
            case "Aa", "x" -> 1;
            case "BB" -> 2;
            case "AaAa" -> 3;
            case "BBBB" -> 4;
            case "" -> 5;
            default -> text.length() * 100;
        };
    }

    static String triedInSwitch(Object value) {
        return "<" + value + switch (String.valueOf(value)) {
            case "0", "a" -> {
                try {
                    yield 10 / Integer.parseInt(value.toString());
                } catch (NumberFormatException e) {
                    yield -1;
                } catch (ArithmeticException e) {
                    yield -2;
                } finally {
                    value = "finally";
                }
            }
            default -> 7L;
        } + value + ">";
    }

    static int fallThrough(int key) {
        int result = 0;
        loop:
        for (int i = 0; i < 4; i++) {
            switch (key + i) {
                case 1:
                    result += 1;
                case 2:
                    result += 10;
                    continue loop;
                case 3:
                    result += 100;
                    break;
                case Integer.MAX_VALUE:
                case Integer.MIN_VALUE:
                    break loop;
                default:
                    result += 1000;
            }
            result *= 2;
        }
        return result;
    }

    static char characters(char c, Byte boxed) {
        char shifted = switch (c) {
            case 'a', 'b', 'c' -> (char) (c + 1);
            case '\uffff' -> 'X';
            default -> switch (boxed) {
                case 1 -> '1';
                case -1 -> '-';
                default -> '?';
            };
        };
        return shifted;
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        for (Level level : Level.values()) {
            all.add(level(level));
            try {
                all.add(yielding(level, 5));
            } catch (IllegalStateException e) {
                all.add(e.getMessage());
            }
        }
        for (String text : new String[] {"Aa", "BB", "AaAa", "BBBB", "AaBB", "", "x", "long"}) {
            all.add(strings(text));
        }
        for (Object value : new Object[] {0, "a", null, 3.5}) {
            all.add(triedInSwitch(value));
        }
        for (int key : new int[] {0, 1, 2, 3, Integer.MAX_VALUE - 1, -5}) {
            all.add(fallThrough(key));
        }
        all.add(characters('b', (byte) 0));
        all.add(characters('z', (byte) -1));
        all.add(characters('\uffff', null));
        try {
            all.add(characters('z', null));
        } catch (NullPointerException e) {
            all.add("null");
        }
        return all.toString();
    }
}
