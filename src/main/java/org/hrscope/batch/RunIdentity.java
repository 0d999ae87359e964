package org.hrscope.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.hrscope.file.Sha256;

/// Tells whether two runs would give the same results: hashes the program's version, the arguments, and the name, size
/// and modification time of every input file.
public final class RunIdentity {
    /// Raised whenever the networks are asked, or their answers recorded, in another way though the version is the same:
    /// a journal from before cannot be resumed.
    private static final int ANSWERS = 3;

    private RunIdentity() {}

    /// In hexadecimal.
    public static String of(String version, List<String> arguments, List<Path> files) {
        MessageDigest digest = Sha256.digest();
        add(digest, version);
        add(digest, String.valueOf(ANSWERS));
        arguments.forEach(each -> add(digest, each));
        for (Path file : files) {
            add(digest, file.toString());
            try {
                add(digest, Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
            } catch (IOException missing) {
                add(digest, "-");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
