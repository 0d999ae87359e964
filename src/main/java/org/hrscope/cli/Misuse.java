package org.hrscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in every language: picocli speaks English only. Names of options and commands
/// stay as they are typed.
final class Misuse {
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);

    private Misuse() {}

    /// @param typed the whole command line
    /// @return what is wrong, then what may have been meant; empty for what picocli or the command must say itself
    static List<Problem> of(ParameterException wrong, List<String> typed) {
        List<Problem> said = new ArrayList<>();
        switch (wrong) {
            case UnmatchedArgumentException more -> {
                String key = more.isUnknownOption() ? "misuse.option" : "misuse.argument";
                said.add(new Problem(key, quoted(more.getUnmatched())));
                List<String> meant = more.getSuggestions();
                if (!meant.isEmpty()) said.add(new Problem("misuse.meant", list(meant.stream())));
            }
            case MissingParameterException missing -> said.add(missing(missing, typed));
            case OverwrittenOptionException twice ->
                    said.add(new Problem("misuse.twice", name(twice.getOverwritten())));
            default -> {
                Problem value = value(wrong);
                if (value != null) said.add(value);
            }
        }
        return said;
    }

    private static Problem missing(MissingParameterException missing, List<String> typed) {
        List<ArgSpec> all = missing.getMissing();
        // The option is there, its value is not.
        boolean value =
                all.stream()
                        .anyMatch(each ->
                                each instanceof OptionSpec option
                                        && Arrays.stream(option.names()).anyMatch(typed::contains));
        String names = list(all.stream().map(Misuse::name));
        return new Problem(value ? "misuse.value" : "misuse.missing", names);
    }

    private static @Nullable Problem value(ParameterException wrong) {
        ArgSpec of = wrong.getArgSpec();
        String given = wrong.getValue();
        if (of == null || given == null) return null;
        Class<?> type = of.auxiliaryTypes()[0];
        String quoted = quoted(List.of(given));
        if (WHOLE.contains(type)) return new Problem("misuse.whole", name(of), quoted);
        if (NUMBERS.contains(type)) return new Problem("misuse.number", name(of), quoted);
        return type.isEnum() ? new Problem("misuse.choice", name(of), quoted, names(type)) : null;
    }

    private static String names(Class<?> choice) {
        return list(
                Arrays.stream(choice.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT)));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String quoted(List<String> typed) {
        return list(typed.stream().map(each -> "'" + each + "'"));
    }

    private static String list(Stream<String> items) {
        String and = new Problem("misuse.and").message(Locale.getDefault());
        return items.collect(Collectors.joining(and));
    }
}
