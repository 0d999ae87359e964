package org.hrscope.ui.lessons;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as people type them: `64 × 64 × 48`, `(64, 64, 48)`, `52,224`, `５２２２４`; where one is asked for, a product is
/// as good: `17*64*48`, `17 x 64 x 48 = 52224`.
final class TypedAnswer {
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern PRODUCT =
            Pattern.compile("\\d+(?:\\s*[*xX×·∙⋅✕✖]\\s*\\d+)+(?:\\s*=\\s*(\\d+))?");
    private static final Pattern SEPARATED = Pattern.compile("(?<=\\d)[,.'\\s](?=\\d{3}\\b)");

    /// More digits than any number asked for; arithmetic on a pasted book would take long.
    private static final int LONGEST = 200;

    private TypedAnswer() {}

    static boolean is(String typed, List<Integer> expected) {
        if (typed.length() > LONGEST) return false;
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        List<String> wanted = expected.stream().map(String::valueOf).toList();
        if (expected.size() > 1) return numbers(plain).equals(wanted);
        if (numbers(SEPARATED.matcher(plain).replaceAll("")).equals(wanted)) return true;
        Matcher product = PRODUCT.matcher(SEPARATED.matcher(plain).replaceAll(""));
        if (!product.matches()) return false;
        String result = product.group(1);
        if (result != null && !wanted.contains(result)) return false;
        String factors = product.group().split("=", 2)[0];
        BigInteger all =
                numbers(factors).stream()
                        .map(BigInteger::new)
                        .reduce(BigInteger.ONE, BigInteger::multiply);
        return wanted.contains(all.toString());
    }

    private static List<String> numbers(String plain) {
        return WHOLE.matcher(plain).results().map(MatchResult::group).toList();
    }
}
