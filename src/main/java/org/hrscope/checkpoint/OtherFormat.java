package org.hrscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Recognises files commonly mistaken for a checkpoint, by their first bytes or contents.
final class OtherFormat {
    private static final int START = 512;
    private static final int TAR_MARK = 257;

    /// @param mark the file's first bytes, as Latin-1
    /// @param kind its common name
    private record Packing(String mark, String kind) {}

    private static final List<Packing> PACKINGS =
            List.of(
                    new Packing("\u001f\u008b", "gzip"),
                    new Packing("BZh", "bzip2"),
                    new Packing("\u00fd7zXZ", "xz"),
                    new Packing("(\u00b5/\u00fd", "zstd"),
                    new Packing("7z\u00bc\u00af", "7z"),
                    new Packing("Rar!", "rar"));

    private OtherFormat() {}

    /// The error for a file in neither of PyTorch's formats.
    static BrokenCheckpoint of(MemorySegment file) {
        byte[] bytes =
                file.asSlice(0, Math.min(START, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Packing packing : PACKINGS) {
            if (start.startsWith(packing.mark)) return packed(packing.kind);
        }
        if (start.startsWith("ustar", TAR_MARK)) return packed("tar");
        if (isSafetensors(start)) return new BrokenCheckpoint("checkpoint.safetensors");
        String text = start.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return new BrokenCheckpoint("checkpoint.web-page");
        }
        if (text.startsWith("version https://git-lfs")) {
            return new BrokenCheckpoint("checkpoint.lfs");
        }
        return new BrokenCheckpoint("checkpoint.not-one");
    }

    /// The error for a zip without PyTorch's pickle.
    static BrokenCheckpoint inZip(Iterable<String> names) {
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(pth|pt|ckpt|tar)")) {
                return packed("zip");
            }
        }
        return new BrokenCheckpoint("checkpoint.not-one");
    }

    /// Whether a zip is a TorchScript archive: it has code beside its tensors.
    static boolean isProgram(Iterable<String> names) {
        for (String name : names) {
            if (name.endsWith("/constants.pkl") || name.contains("/code/__torch__")) return true;
        }
        return false;
    }

    /// Eight bytes of length, then a JSON object.
    private static boolean isSafetensors(String start) {
        return start.length() > 9
                && start.charAt(8) == '{'
                && start.charAt(6) == 0
                && start.charAt(7) == 0;
    }

    private static BrokenCheckpoint packed(String kind) {
        return new BrokenCheckpoint("checkpoint.packed", kind);
    }
}
