package org.hrscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.domain.NearestNames;
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
        Set<String> known = wrong.getCommandLine().getCommandSpec().optionsMap().keySet();
        Optional<String> unknown = unknownOption(typed, known);
        // Whatever else is missing or too much follows from it.
        if (unknown.isPresent()) return option(unknown.get(), known);
        List<Problem> said = new ArrayList<>();
        switch (wrong) {
            case UnmatchedArgumentException more -> {
                said.add(new Problem("misuse.argument", quoted(more.getUnmatched())));
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

    /// The first word on the command line that looks like an option and is none of the command's.
    static Optional<String> unknownOption(List<String> typed, Collection<String> known) {
        return typed.stream()
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.matches("--?[A-Za-z].*"))
                .map(word -> word.replaceFirst("=.*", ""))
                // A letter may have its value attached.
                .filter(word -> word.startsWith("--") || !known.contains(word.substring(0, 2)))
                .filter(word -> !known.contains(word))
                .findFirst();
    }

    private static List<Problem> option(String unknown, Collection<String> known) {
        List<Problem> said = new ArrayList<>();
        said.add(new Problem("misuse.option", quoted(List.of(unknown))));
        List<String> near = NearestNames.slips(unknown, known);
        if (!near.isEmpty()) said.add(new Problem("misuse.meant", list(near.stream())));
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
        String names = listed(all.stream().map(Misuse::name), "misuse.also");
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
        return argument instanceof OptionSpec option
                ? String.join(", ", option.names())
                : argument.paramLabel();
    }

    private static String quoted(List<String> typed) {
        return list(typed.stream().map(each -> "'" + each + "'"));
    }

    private static String list(Stream<String> items) {
        return listed(items, "misuse.and");
    }

    private static String listed(Stream<String> items, String key) {
        String and = new Problem(key).message(Locale.getDefault());
        return items.collect(Collectors.joining(and));
    }
}
