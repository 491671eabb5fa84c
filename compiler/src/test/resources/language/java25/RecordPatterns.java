import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Record patterns, nested, generic and with accessors that throw. */
public class RecordPatterns {
    sealed interface Expression {}

    record Constant(double value) implements Expression {}

    record Variable(String name) implements Expression {}

    record Unary(char operator, Expression of) implements Expression {}

    record Binary(Expression left, char operator, Expression right) implements Expression {}

    record Box<T>(T content) {}

    record Failing(int value) {
        public int value() {
            if (value < 0) {
                throw new IllegalStateException("negative");
            }
            return value;
        }
    }

    static Expression simplified(Expression e) {
        return switch (e) {
            case Binary(Constant(double a), char o, Constant(double b)) when o == '+' -> new Constant(a + b);
            case Binary(Constant(var a), var o, Constant(var b)) when o == '*' -> new Constant(a * b);
            case Binary(Constant(double zero), char o, Expression x) when o == '+' && zero == 0 -> simplified(x);
            case Binary(Expression l, char o, Binary(Expression m, char p, Expression r)) when o == p && o != '-' ->
                new Binary(simplified(new Binary(l, o, m)), p, simplified(r));
            case Binary(var l, var o, var r) -> new Binary(simplified(l), o, simplified(r));
            case Unary(char o, Unary(char p, Expression x)) when o == p -> simplified(x);
            case Unary(char o, Constant(double c)) -> new Constant(o == '-' ? -c : c);
            case Unary u -> u;
            case Constant _, Variable _ -> e;
        };
    }

    static String boxes(Object o) {
        if (o instanceof Box<?>(Box<?>(String s)) && !s.isEmpty()) {
            return "box of box of " + s;
        }
        if (!(o instanceof Box<?>(var inside))) {
            return "no box " + o;
        }
        if (inside instanceof Map.Entry<?, ?> entry && entry.getKey() instanceof Box<?>(Integer i)) {
            return "entry " + (i + 1);
        }
        return "box of " + inside;
    }

    static int inferred(Box<? extends Box<Integer>> box) {
        int sum = 0;
        while (box instanceof Box(Box(var i)) && i > 0) {
            sum += i;
            box = new Box<>(new Box<>(i - 1));
        }
        return sum;
    }

    static String failing(Object o) {
        try {
            return switch (o) {
                case Failing(int i) when i / (i - 3) > 1 -> "large " + i;
                case Failing(int i) -> "small " + i;
                case Box<?>(Failing(int i)) -> "in a box " + i;
                default -> "other";
            };
        } catch (MatchException e) {
            return "match: " + e.getCause().getMessage();
        } catch (ArithmeticException e) {
            return "guard: " + e.getMessage();
        }
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        Expression x = new Variable("x");
        Expression two = new Constant(2);
        all.add(simplified(new Binary(two, '+', two)));
        all.add(simplified(new Binary(two, '*', new Binary(two, '*', x))));
        all.add(simplified(new Binary(new Constant(0), '+', new Unary('-', new Unary('-', x)))));
        all.add(simplified(new Binary(new Unary('-', two), '-', new Unary('~', x))));
        all.add(boxes(new Box<>(new Box<>("s"))));
        all.add(boxes(new Box<>(new Box<>(""))));
        all.add(boxes(new Box<>(null)));
        all.add(boxes(new Box<>(Map.entry(new Box<>(4), 5))));
        all.add(boxes(7));
        all.add(inferred(new Box<>(new Box<>(6))));
        for (Object o : new Object[] {new Failing(4), new Failing(3), new Failing(9), new Failing(-1), 1}) {
            all.add(failing(o));
            all.add(failing(new Box<>(o)));
        }
        try {
            all.add(simplified(null));
        } catch (NullPointerException e) {
            all.add("null");
        }
        return all.toString();
    }
}
