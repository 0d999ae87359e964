package org.hrscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
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
        if (wrong instanceof Printing.Refused) return List.of();
        if (wrong instanceof UnmatchedArgumentException more && noCommand(more)) {
            return argument(more, more.getUnmatched().subList(0, 1));
        }
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        Optional<String> unknown = unknownOption(typed, command.optionsMap().keySet());
        // Whatever else is missing or too much follows from it.
        if (unknown.isPresent()) return option(unknown.get(), command);
        List<Problem> said = new ArrayList<>();
        switch (wrong) {
            case UnmatchedArgumentException more ->
                    said.addAll(argument(more, more.getUnmatched()));
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

    /// A word in the place of a subcommand: what follows it belongs to the one that was meant.
    private static boolean noCommand(UnmatchedArgumentException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        return !command.subcommands().isEmpty()
                && command.positionalParameters().isEmpty()
                && !wrong.getUnmatched().getFirst().startsWith("-");
    }

    private static List<Problem> argument(UnmatchedArgumentException wrong, List<String> words) {
        return meant(new Problem("misuse.argument", quoted(words)), wrong.getSuggestions());
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

    private static List<Problem> option(String unknown, CommandSpec command) {
        List<String> owners =
                command.subcommands().entrySet().stream()
                        .filter(at ->
                                at.getValue().getCommandSpec().optionsMap().containsKey(unknown))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!owners.isEmpty()) {
            String first = command.qualifiedName() + " " + owners.getFirst();
            return List.of(new Problem("misuse.owned", unknown, list(owners.stream()), first));
        }
        List<String> near = NearestNames.slips(unknown, command.optionsMap().keySet());
        return meant(new Problem("misuse.option", quoted(List.of(unknown))), near);
    }

    private static List<Problem> meant(Problem wrong, List<String> near) {
        if (near.isEmpty()) return List.of(wrong);
        return List.of(wrong, new Problem("misuse.meant", list(near.stream())));
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
