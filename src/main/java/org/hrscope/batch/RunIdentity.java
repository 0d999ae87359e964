package org.hrscope.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// By what two runs are known to give the same: the program, what was asked for, and the files that are read, each by its
/// name, size and time.
public final class RunIdentity {
    private RunIdentity() {}

    /// As hexadecimal digits.
    public static String of(String version, List<String> arguments, List<Path> files) {
        MessageDigest digest = sha256();
        add(digest, version);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
