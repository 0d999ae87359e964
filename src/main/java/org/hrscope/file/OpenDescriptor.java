package org.hrscope.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What this process was started with or has opened, by name: `/dev/stdout`, `/dev/fd/3`. A file that it leads to must
/// not be replaced: whoever opened it goes on with that one, at the place that was reached.
///
/// @param name   leads to it
/// @param number 0: standard input, 1: standard output, 2: standard error
record OpenDescriptor(Path name, int number) {
    private static final Pattern NAMES = Pattern.compile("(?:/proc/(\\w+)|/dev)/fd/(\\d{1,9})");

    static Optional<OpenDescriptor> of(Path name) throws IOException {
        Path at = name.toAbsolutePath().normalize();
        for (int links = 0; links < Target.MOST_LINKS; links++) {
            Matcher matcher = NAMES.matcher(at.toString());
            if (matcher.matches() && ours(matcher.group(1)) && Files.exists(at)) {
                return Optional.of(new OpenDescriptor(at, Integer.parseInt(matcher.group(2))));
            }
            if (!Files.isSymbolicLink(at)) break;
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        return Optional.empty();
    }

    private static boolean ours(String process) {
        return process == null
                || process.equals("self")
                || process.equals("" + ProcessHandle.current().pid());
    }

    /// Goes on where others have written; the descriptor stays open when the stream is closed.
    FileOutputStream stream() throws IOException {
        return switch (number) {
            case 1 -> new LeftOpen(FileDescriptor.out);
            case 2 -> new LeftOpen(FileDescriptor.err);
            default -> new FileOutputStream(name.toFile(), true);
        };
    }

    private static final class LeftOpen extends FileOutputStream {
        LeftOpen(FileDescriptor to) {
            super(to);
        }

        @Override
        public void close() {}
    }
}
