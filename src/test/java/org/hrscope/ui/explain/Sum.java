package org.hrscope.ui.explain;

/// Works out what is shown: whole numbers, `+ − · /`, brackets and `floor`.
final class Sum {
    private final String source;
    private int at;

    private Sum(String source) {
        this.source = source.replace(" ", "");
    }

    static long of(String source) {
        Sum sum = new Sum(source);
        long value = sum.sum();
        if (sum.at < sum.source.length()) throw new IllegalArgumentException(source);
        return value;
    }

    private boolean take(String token) {
        if (!source.startsWith(token, at)) return false;
        at += token.length();
        return true;
    }

    private long sum() {
        long value = product();
        while (true) {
            if (take("+")) value += product();
            else if (take("−")) value -= product();
            else return value;
        }
    }

    private long product() {
        long value = factor();
        while (true) {
            if (take("·")) value *= factor();
            else if (take("/")) value = Math.floorDiv(value, factor());
            else return value;
        }
    }

    private long factor() {
        if (take("floor(") || take("(")) {
            long value = sum();
            if (!take(")")) throw new IllegalArgumentException(source);
            return value;
        }
        int start = at;
        while (at < source.length() && Character.isDigit(source.charAt(at))) at++;
        return Long.parseLong(source.substring(start, at));
    }
}
