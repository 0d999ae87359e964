package org.hrscope.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The sockets this process has had, by inode, each with the kernel's table that lists it. Linux. One thread.
///
/// A socket of the internet is listed once it has an address of its own, so all that can have sent something are.
/// Others are there for a moment: the JDK opens some to see which families there are, which never get an address, and
/// glibc looks for nscd, which is on this machine, to learn the user's name.
final class OpenSockets {
    private static final String UNLISTED = "no address";

    /// In `/proc/self/net`: where the inode stands in a line, and from where to where what it is connected with.
    private enum Table {
        TCP(9, 1, 3),
        TCP6(9, 1, 3),
        UDP(9, 1, 3),
        UDP6(9, 1, 3),
        RAW(9, 1, 3),
        RAW6(9, 1, 3),
        UNIX(6, 7, 8);

        private final int inode;
        private final int from;
        private final int to;

        Table(int inode, int from, int to) {
            this.inode = inode;
            this.from = from;
            this.to = to;
        }

        void read(Map<String, String> into) throws IOException {
            String name = name().toLowerCase(Locale.ROOT);
            Path file = Path.of("/proc/self/net", name);
            // Without IPv6 there is none.
            if (!Files.exists(file)) return;
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length <= inode) continue;
                List<String> ends = Stream.of(columns).limit(to).skip(from).toList();
                into.put("socket:[" + columns[inode] + "]", name + " " + String.join(" ", ends));
            }
        }
    }

    private final Map<String, String> seen = new TreeMap<>();

    /// Those that are open now, beside those seen before.
    void look() throws IOException {
        // Before the tables: what is listed in them may be closed by then.
        List<String> open = open();
        if (open.isEmpty()) return;
        Map<String, String> listed = new TreeMap<>();
        for (Table table : Table.values()) table.read(listed);
        for (String each : open) {
            String where = listed.getOrDefault(each, UNLISTED);
            seen.merge(each, where, (before, now) -> now.equals(UNLISTED) ? before : now);
        }
    }

    private static List<String> open() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(OpenSockets::target)
                    .filter(each -> each.startsWith("socket:"))
                    .toList();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException closed) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By which something can have left the machine, with their addresses.
    List<String> internet() {
        return seen.values().stream().filter(each -> each.matches("(tcp|udp|raw)6? .*")).toList();
    }

    /// All of them.
    @Override
    public String toString() {
        return seen.toString();
    }
}
